//! Codes of standards that others keep, as they stood in 2026, each as a constant and as an entry of a table.

use super::standard::{CountryCode, CurrencyCode};
use crate::values::Language;

/// A standard: its table, and a constant of the type for each of its codes, which are given in capital letters.
macro_rules! standard {
    (
        $(#[$meta:meta])*
        $table:ident $list:ident: $slots:expr, $a:literal;
        $type:ident $before:literal $after:literal: $($code:ident)*
    ) => {
        /// The codes, each with a space after it.
        const $list: &str = concat!($(stringify!($code), " "),*);

        $(#[$meta])*
        static $table: Codes<{ $slots }> = Codes::new($a, $list);

        /// The codes of the standard.
        impl $type {
            $(
                #[doc = concat!($before, stringify!($code), $after)]
                pub const $code: Self = Self::constant(stringify!($code));
            )*
        }
    };
}

standard! {
    /// ISO 3166-1 alpha-2, and `XK`.
    COUNTRIES COUNTRIES_LIST: 26, b'A';
    CountryCode "The code `" "`.":
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
}

standard! {
    /// ISO 4217, with the codes withdrawn since 1990.
    CURRENCIES CURRENCIES_LIST: 26 * 26, b'A';
    CurrencyCode "The code `" "`.":
    ADP AED AFA AFN ALL AMD ANG AOA AOK AON AOR ARS ATS AUD AWG AZM AZN BAM BBD BDT BEF BGL BGN BHD
    BIF BMD BND BOB BOV BRE BRL BRR BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP
    COU CRC CSD CSK CUC CUP CVE CYP CZK DDM DEM DJF DKK DOP DZD ECS EEK EGP ERN ESP ETB EUR FIM FJD
    FKP FRF GBP GEK GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRD HRK HTG HUF IDR IEP ILS INR
    IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LTT LUF
    LVL LVR LYD MAD MDL MGA MGF MKD MLF MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXP MXV MYR MZM MZN
    NAD NGN NIO NLG NOK NPR NZD OMR PAB PEI PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR ROL RON RSD RUB
    RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SUR SVC SYP SZL
    THB TJR TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS UGX USD USN UYI UYP UYU UYW UZS
    VEB VED VEF VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XEU XOF XPD XPF XPT XSU XTS
    XUA XXX YDD YER YUM YUN ZAL ZAR ZMK ZMW ZRN ZRZ ZWC ZWD ZWG ZWL ZWN ZWR
}

standard! {
    /// ISO 639-1.
    LANGUAGES LANGUAGES_LIST: 26, b'a';
    Language "The language of the code `" "`, in lower case.":
    AA AB AE AF AK AM AN AR AS AV AY AZ BA BE BG BH BI BM BN BO BR BS CA CE CH CO CR CS CU CV CY DA
    DE DV DZ EE EL EN EO ES ET EU FA FF FI FJ FO FR FY GA GD GL GN GU GV HA HE HI HO HR HT HU HY HZ
    IA ID IE IG II IK IO IS IT IU JA JV KA KG KI KJ KK KL KM KN KO KR KS KU KV KW KY LA LB LG LI LN
    LO LT LU LV MG MH MI MK ML MN MR MS MT MY NA NB ND NE NG NL NN NO NR NV NY OC OJ OM OR OS PA PI
    PL PS PT QU RM RN RO RU RW SA SC SD SE SG SI SK SL SM SN SO SQ SR SS ST SU SV SW TA TE TG TH TI
    TK TL TN TO TR TS TT TW TY UG UK UR UZ VE VI VO WA WO XH YI YO ZA ZH ZU
}

impl CountryCode {
    /// Returns whether ISO 3166-1 has the code, or the code is in common use, such as `XK` for Kosovo.
    #[must_use]
    pub fn is_known(&self) -> bool {
        COUNTRIES.has(self.as_str())
    }
}

impl CurrencyCode {
    /// Returns whether ISO 4217 has the code, or had it since 1990.
    #[must_use]
    pub fn is_known(&self) -> bool {
        CURRENCIES.has(self.as_str())
    }
}

/// Whether ISO 639-1 has a code of two letters. Codes of three letters, of which there are some 8,000, are all taken
/// as known.
pub(crate) fn is_language(code: &str) -> bool {
    code.len() != 2 || LANGUAGES.has(code)
}

/// A list of codes of one length, as a table that is made when the crate is compiled: for all letters of a code but the
/// last a word of bits, one for each letter that may come last.
struct Codes<const SLOTS: usize> {
    /// The letter `a`, as these codes are written.
    a: u8,
    slots: [u32; SLOTS],
}

const LETTERS: u32 = 26;

impl<const SLOTS: usize> Codes<SLOTS> {
    /// Codes in capital letters, each with a space after it.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "a wrong letter stops the compiler"
    )]
    const fn new(a: u8, list: &str) -> Self {
        let mut slots = [0; SLOTS];
        let mut rest = list.as_bytes();
        let (mut slot, mut letter) = (0_u32, 0_u32);
        while let [byte, more @ ..] = rest {
            if *byte == b' ' {
                slots[slot as usize] |= 1 << letter;
                (slot, letter) = (0, 0);
            } else {
                slot = slot * LETTERS + letter;
                letter = (*byte - b'A') as u32;
            }
            rest = more;
        }
        Self { a, slots }
    }

    fn has(&self, code: &str) -> bool {
        let place =
            |letter: u8| Some(u32::from(letter.wrapping_sub(self.a))).filter(|place| *place < LETTERS);
        let found = code.as_bytes().split_last().and_then(|(last, first)| {
            let slot = first
                .iter()
                .try_fold(0_u32, |slot, &letter| slot.checked_mul(LETTERS)?.checked_add(place(letter)?));
            Some(self.slots.get(slot? as usize)? >> place(*last)? & 1)
        });
        found == Some(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_a_list_is_found_and_its_neighbours_are_not() {
        fn holds<const SLOTS: usize>(table: &Codes<SLOTS>, list: &str) {
            let codes: Vec<&str> = list.split_whitespace().collect();
            assert!(codes.is_sorted() && codes.len() > 180);
            let written =
                |code: &&str| if table.a == b'a' { code.to_ascii_lowercase() } else { (*code).to_owned() };
            assert!(codes.iter().all(|code| table.has(&written(code))));
            let held: u32 = table.slots.iter().map(|slot| slot.count_ones()).sum();
            assert_eq!(held as usize, codes.len());
        }
        holds(&COUNTRIES, COUNTRIES_LIST);
        holds(&CURRENCIES, CURRENCIES_LIST);
        holds(&LANGUAGES, LANGUAGES_LIST);
        for other in ["", "n", "no", "N", "NOKK", "N K", "ŠK", "nok", "N[", "N@"] {
            assert!(!COUNTRIES.has(other) && !CURRENCIES.has(other), "{other}");
        }
        assert!(COUNTRIES.has("NO") && COUNTRIES.has("XK") && !COUNTRIES.has("AA") && !COUNTRIES.has("ZZ"));
        assert!(
            CURRENCIES.has("NOK")
                && CURRENCIES.has("DEM")
                && !CURRENCIES.has("AAA")
                && !CURRENCIES.has("ZZZ")
        );
        assert!(is_language("nb") && is_language("sma") && !is_language("xx"));
    }
}
