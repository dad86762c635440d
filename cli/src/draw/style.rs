//! Styles of pictures in light and dark mode. Colours are in classes and not in variables, which some viewers do not
//! support; the width is limited on screens only, since some viewers treat `auto` as a height of zero. No meaning depends
//! on colour alone: boxes also have shapes and labels, lines dashes and labels.

pub(super) const STYLE: &str = "\
<style>
@media screen { svg { max-width: 100%; height: auto; } }
text { font-family: Verdana, 'DejaVu Sans', sans-serif; font-size: 13px; fill: #1c2330; }
.small { font-size: 11px; fill: #4a5363; }
.head { font-size: 19px; font-weight: bold; }
.column { font-size: 12px; fill: #4a5363; letter-spacing: 0.4px; }
.label, .seam { font-size: 11px; }
.seam { fill: #fdfdfc; stroke: #fdfdfc; stroke-width: 3px; stroke-linejoin: round; }
.before { text-anchor: end; }
.middle { text-anchor: middle; }
.paper { fill: #fdfdfc; }
.rule { stroke: #d5d9e0; stroke-width: 1; fill: none; }
.box { stroke-width: 1.5; stroke-linejoin: round; }
.inner { stroke-width: 1.2; fill: none; }
.unknown .box { stroke-dasharray: 3 3; }
.network .box { fill: #f3edfb; } .network .box, .network .inner { stroke: #6a3fa6; }
.organization .box { fill: #ebf3fc; } .organization .box, .organization .inner { stroke: #1d5fae; }
.group .box { fill: #f0f4f7; } .group .box, .group .inner { stroke: #4d6b80; }
.cooperation .box { fill: #fff3e8; } .cooperation .box, .cooperation .inner { stroke: #b05a10; }
.project .box { fill: #fff3e8; } .project .box, .project .inner { stroke: #b05a10; }
.programme .box { fill: #e9f6ee; } .programme .box, .programme .inner { stroke: #1c7747; }
.policy_instrument .box { fill: #f6f5e2; } .policy_instrument .box, .policy_instrument .inner { stroke: #6f691a; }
.activity .box { fill: #e5f5f4; } .activity .box, .activity .inner { stroke: #10706a; }
.barrier .box { fill: #fbecea; } .barrier .box, .barrier .inner { stroke: #9c3a2b; }
.goal .box { fill: #fcedf3; } .goal .box, .goal .inner { stroke: #93285a; }
.line { fill: none; stroke-width: 1.6; stroke-linecap: round; }
.membership .line { stroke: #6a3fa6; stroke-width: 2.6; }
.participation .line { stroke: #1d5fae; }
.cooperation .line { stroke: #b05a10; stroke-dasharray: 9 4; }
.under .line { stroke: #1c7747; stroke-dasharray: 14 3 2 3; }
.money .line { stroke: #1c7747; stroke-width: 3; stroke-dasharray: 7 5; }
.arrow { fill: #1c7747; }
.chord { fill: none; stroke: #1d5fae; stroke-opacity: 0.45; }
.focus .box { stroke-width: 3.5; }
.today { stroke: #a02b1d; stroke-width: 1.5; stroke-dasharray: 5 3; } .when { fill: #a02b1d; font-size: 11px; }
.funded { fill: #1c7747; stroke: none; }
.goal .line { stroke: #93285a; stroke-width: 1.2; }
.activity .line { stroke: #10706a; stroke-dasharray: 4 3; }
.about .line { stroke: #5c6472; stroke-dasharray: 1.5 4; }
.same .line { stroke: #5c6472; stroke-dasharray: 1.5 4 6 4; }
.reach { stroke-width: 1.3; }
.sure { stroke: none; }
.bar .reach { stroke: #1d5fae; fill: url(#hatch); } .bar .sure { fill: #2f74c8; }
.member .reach { stroke: #6a3fa6; fill: url(#hatch-member); } .member .sure { fill: #7f56b8; }
.hatch { stroke: #1d5fae; stroke-width: 1.2; } .hatch-member { stroke: #6a3fa6; stroke-width: 1.2; }
.open { stroke-width: 1.6; fill: none; stroke-dasharray: 5 4; stroke: #1d5fae; } .member .open { stroke: #6a3fa6; }
@media (prefers-color-scheme: dark) {
text { fill: #e9ecf2; }
.small, .column { fill: #b4bccb; }
.seam { fill: #14181f; stroke: #14181f; }
.paper { fill: #14181f; }
.rule { stroke: #39414f; }
.network .box { fill: #2a2040; } .network .box, .network .inner { stroke: #b593ee; }
.organization .box { fill: #17293f; } .organization .box, .organization .inner { stroke: #76aef0; }
.group .box { fill: #202a32; } .group .box, .group .inner { stroke: #9db6c8; }
.cooperation .box { fill: #35250f; } .cooperation .box, .cooperation .inner { stroke: #eda55c; }
.project .box { fill: #35250f; } .project .box, .project .inner { stroke: #eda55c; }
.programme .box { fill: #132e20; } .programme .box, .programme .inner { stroke: #63c893; }
.policy_instrument .box { fill: #2b2a12; } .policy_instrument .box, .policy_instrument .inner { stroke: #cfc75c; }
.activity .box { fill: #0f2d2b; } .activity .box, .activity .inner { stroke: #5cc6bd; }
.barrier .box { fill: #371b16; } .barrier .box, .barrier .inner { stroke: #ef9284; }
.goal .box { fill: #361926; } .goal .box, .goal .inner { stroke: #ee8db8; }
.membership .line { stroke: #b593ee; }
.participation .line { stroke: #76aef0; }
.cooperation .line { stroke: #eda55c; }
.under .line, .money .line { stroke: #63c893; } .arrow { fill: #63c893; }
.activity .line { stroke: #5cc6bd; }
.chord { stroke: #76aef0; }
.today { stroke: #f09a8d; } .when { fill: #f09a8d; }
.funded { fill: #63c893; }
.goal .line { stroke: #ee8db8; }
.about .line, .same .line { stroke: #a9b1c0; }
.bar .reach { stroke: #76aef0; } .bar .sure { fill: #4f8ddb; }
.member .reach { stroke: #b593ee; } .member .sure { fill: #9a74d6; }
.hatch { stroke: #76aef0; } .hatch-member { stroke: #b593ee; }
.open { stroke: #76aef0; } .member .open { stroke: #b593ee; }
}
</style>
";
