use super::plain::plain_prefix;
use crate::reflect::{Entry, Node, View};
use std::fmt::{self, Write as _};
use std::io;

/// Writes values as JSON text, compact or indented by two blanks for each level.
pub(crate) struct Writer<'w> {
    out: String,
    /// Where the text goes when there is enough of it. Without one it is kept.
    sink: Option<&'w mut dyn io::Write>,
    /// Why the sink took no more. Nothing is written from then on.
    failed: Option<io::Error>,
    indented: bool,
    level: usize,
}

/// So much text is kept before it goes to the sink.
const ENOUGH: usize = 1 << 16;

/// What comes between two members, and the blanks of up to 31 levels.
const COMMA_LINE: &str = ",\n                                                              ";

/// A value as JSON text.
pub(crate) fn to_text(node: &dyn Node, indented: bool) -> String {
    let mut writer = Writer { out: String::new(), sink: None, failed: None, indented, level: 0 };
    writer.node(node);
    writer.out
}

impl<'w> Writer<'w> {
    /// A writer that gives its text to a sink.
    pub(crate) fn new(sink: &'w mut dyn io::Write, indented: bool) -> Self {
        let out = String::with_capacity(ENOUGH.saturating_mul(2));
        Self { out, sink: Some(sink), failed: None, indented, level: 0 }
    }

    /// Writes a value, and a line break after it.
    pub(crate) fn line(&mut self, node: &dyn Node) -> io::Result<()> {
        self.node(node);
        self.end_line()
    }

    /// Writes an object with one member, and a line break after it.
    pub(crate) fn choice_line(&mut self, tag: &str, value: &dyn Node) -> io::Result<()> {
        self.choice(tag, value);
        self.end_line()
    }

    fn end_line(&mut self) -> io::Result<()> {
        self.out.push('\n');
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Gives the sink all there is.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.flush();
        match (self.failed, self.sink) {
            (Some(error), _) => Err(error),
            (None, Some(sink)) => sink.flush(),
            (None, None) => Ok(()),
        }
    }

    fn flush(&mut self) {
        if let Some(sink) = &mut self.sink {
            if self.failed.is_none() {
                self.failed = sink.write_all(self.out.as_bytes()).err();
            }
            self.out.clear();
        }
    }

    /// Writes a value.
    fn node(&mut self, node: &dyn Node) {
        if self.failed.is_some() {
            return;
        }
        match node.view() {
            View::Text(text) => push_string(&mut self.out, text),
            View::Display(shown) => push_shown(&mut self.out, shown),
            View::Integer(number) => {
                // A `String` takes whatever is written to it.
                let _ = write!(self.out, "{number}");
            }
            View::Boolean(truth) => self.out.push_str(if truth { "true" } else { "false" }),
            View::Object(members) => {
                self.open('{');
                let mut first = true;
                members.each(&mut |name, member| {
                    self.name(name, first);
                    first = false;
                    self.node(member);
                });
                self.close(first, '}');
            }
            View::Choice(tag, value) => self.choice(tag, value),
            View::List(items) => {
                self.open('[');
                let mut first = true;
                for item in items.iter() {
                    self.begin(first);
                    first = false;
                    self.node(item);
                }
                self.close(first, ']');
            }
            View::Map(entries) => {
                self.open('{');
                let mut first = true;
                entries.each(&mut |name, entry| {
                    self.name(name, first);
                    first = false;
                    match entry {
                        Entry::Text(text) => push_string(&mut self.out, text),
                        Entry::Json(json) => self.out.push_str(json),
                    }
                });
                self.close(first, '}');
            }
        }
    }

    fn choice(&mut self, tag: &str, value: &dyn Node) {
        self.open('{');
        self.name(tag, true);
        self.node(value);
        self.close(false, '}');
    }

    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.level = self.level.saturating_add(1);
    }

    /// Begins a line for a member or a bracket.
    fn begin(&mut self, first: bool) {
        let start = usize::from(first);
        if !self.indented {
            self.out.push_str(COMMA_LINE.get(start..1).unwrap_or_default());
            return;
        }
        let end = self.level.saturating_mul(2).saturating_add(2);
        if let Some(line) = COMMA_LINE.get(start..end) {
            self.out.push_str(line);
        } else {
            self.out.push_str(COMMA_LINE.get(start..2).unwrap_or_default());
            (0..self.level).for_each(|_| self.out.push_str("  "));
        }
    }

    /// Begins a line with a name, which needs no escapes: names come from shapes, and those of maps keep a rule.
    fn name(&mut self, name: &str, first: bool) {
        self.begin(first);
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str(if self.indented { "\": " } else { "\":" });
    }

    fn close(&mut self, empty: bool, bracket: char) {
        self.level = self.level.saturating_sub(1);
        if !empty {
            self.begin(true);
        }
        self.out.push(bracket);
        if self.out.len() >= ENOUGH {
            self.flush();
        }
    }
}

/// A text as a JSON string.
pub(crate) fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len().saturating_add(2));
    push_string(&mut json, text);
    json
}

/// Adds a text as a JSON string.
pub(crate) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    push_escaped(out, text);
    out.push('"');
}

/// Adds what a value displays as a JSON string.
fn push_shown(out: &mut String, shown: &dyn fmt::Display) {
    out.push('"');
    // A `String` takes whatever is written to it.
    let _ = write!(Escaping(out), "{shown}");
    out.push('"');
}

/// Adds a text with what JSON does not take in a string escaped.
fn push_escaped(out: &mut String, text: &str) {
    if plain_prefix(text.as_bytes()) == text.len() {
        out.push_str(text);
        return;
    }
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' => {
                out.push_str(if letter < '\u{10}' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(u32::from(letter) & 0xf, 16));
            }
            _ => out.push(letter),
        }
    }
}

/// Writer that escapes the text of a value as it is displayed.
struct Escaping<'o>(&'o mut String);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Writer, push_string, to_text};
    use crate::reflect::{Entries, Entry, Node, View};
    use crate::values::{Label, List};
    use std::io;

    /// Objects in each other, and a text in the innermost.
    struct Nested;

    impl Node for Nested {
        fn view(&self) -> View<'_> {
            View::Map(self)
        }
    }

    impl Entries for Nested {
        fn each(&self, show: &mut dyn FnMut(&str, Entry<'_>)) {
            show("a", Entry::Text("b"));
            show("c", Entry::Json(r#"[1e999,"\u00e5"]"#));
        }

        fn resolves(&self, _: &str) -> bool {
            false
        }
    }

    /// An object with one member.
    struct Around(Box<dyn Node>);

    impl Node for Around {
        fn view(&self) -> View<'_> {
            View::Choice("in", &*self.0)
        }
    }

    fn deep(depth: usize) -> Box<dyn Node> {
        (0..depth).fold(Box::new(Nested), |inner: Box<dyn Node>, _| Box::new(Around(inner)))
    }

    #[test]
    fn every_character_is_escaped_as_serde_json_does() {
        for letter in ('\0'..='\u{2ff}').chain(['\u{2028}', '\u{feff}', '\u{1f600}']) {
            let long = format!("long enough to be searched many bytes at a time {letter} and so on");
            for text in [letter.to_string(), long] {
                let mut out = String::new();
                push_string(&mut out, &text);
                assert_eq!(Some(out), serde_json::to_string(&text).ok());
            }
        }
    }

    #[test]
    fn objects_at_any_depth_are_laid_out_as_serde_json_does() {
        for depth in [0, 1, 14, 15, 16, 17, 30, 31, 32, 40] {
            let node = deep(depth);
            let compact = to_text(&*node, false);
            let expected = format!(
                r#"{}{{"a":"b","c":[1e999,"\u00e5"]}}{}"#,
                r#"{"in":"#.repeat(depth),
                "}".repeat(depth)
            );
            assert_eq!(compact, expected);
            let raw =
                serde_json::from_str::<std::collections::BTreeMap<String, &serde_json::value::RawValue>>;
            if depth == 0 {
                let raw = raw(&compact).ok();
                assert_eq!(
                    Some(to_text(&*node, true)),
                    raw.and_then(|raw| serde_json::to_string_pretty(&raw).ok())
                );
            }
            for (line, text) in to_text(&*node, true).lines().enumerate().take(depth) {
                let blanks = text.bytes().take_while(|&byte| byte == b' ').count();
                assert_eq!(blanks, line.saturating_mul(2), "line {line} of depth {depth}");
            }
        }
    }

    #[test]
    fn a_sink_that_fails_is_told_of_and_takes_no_more() {
        #[derive(Default)]
        struct Full(usize);
        impl io::Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                self.0 = self.0.saturating_add(1);
                Err(io::Error::new(io::ErrorKind::StorageFull, "no room"))
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let label: Vec<Label> = "some text".parse().into_iter().collect();
        let many: List<Label> = label.into_iter().cycle().take(100_000).collect();
        let mut full = Full::default();
        let mut writer = Writer::new(&mut full, true);
        let error = writer.choice_line("a", &many).err();
        assert_eq!(error.map(|error| error.kind()), Some(io::ErrorKind::StorageFull));
        assert!(full.0 <= 1, "written to {} times", full.0);
        let mut full = Full::default();
        let mut small = Writer::new(&mut full, true);
        assert!(small.line(&List::<Label>::new()).is_ok());
        assert!(small.finish().is_err());
    }
}
