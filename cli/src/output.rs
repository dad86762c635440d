//! Output files: written next to the old file, which is replaced once the new one is complete, and never over a file
//! that is also read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file that is written. What had its name before stays as it is until [`Output::finish`].
pub(crate) struct Output {
    name: PathBuf,
    out: BufWriter<File>,
    /// Where it is written, and what it replaces; none where there is nothing to replace, as in a pipe.
    beside: Option<(PathBuf, PathBuf)>,
}

impl Output {
    /// Starts to write a file, unless it is one of those that are read.
    pub(crate) fn create(name: &Path, read: &[impl AsRef<Path>]) -> Result<Self, String> {
        refuse(name, read)?;
        Self::open(name).map_err(|error| told(name, &error))
    }

    fn open(name: &Path) -> io::Result<Self> {
        let old = match fs::metadata(name) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        // What is no regular file has nothing to lose: a pipe, a terminal, a device; nor has a link that leads nowhere yet.
        let direct = match &old {
            Some(old) if !old.is_file() => Some(OpenOptions::new().write(true).open(name)?),
            None if fs::symlink_metadata(name).is_ok() => Some(File::create(name)?),
            _ => None,
        };
        if let Some(file) = direct {
            return Ok(Self { name: name.to_owned(), out: BufWriter::new(file), beside: None });
        }
        // A link stays a link, and what it leads to is replaced.
        let target = if old.is_some() { fs::canonicalize(name)? } else { name.to_owned() };
        let (file, beside) = new_beside(&target)?;
        let output =
            Self { name: name.to_owned(), out: BufWriter::new(file), beside: Some((beside, target)) };
        if let Some(old) = old {
            // A file that must not be written is not replaced either.
            drop(OpenOptions::new().write(true).open(name)?);
            output.out.get_ref().set_permissions(old.permissions())?;
        }
        Ok(output)
    }

    /// Puts the new file in place of the old one.
    pub(crate) fn finish(mut self) -> Result<(), String> {
        self.replace().map_err(|error| told(&self.name, &error))
    }

    fn replace(&mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some((beside, target)) = &self.beside else { return Ok(()) };
        // Some systems only say here that the disk is full.
        self.out.get_ref().sync_all()?;
        fs::rename(beside, target)?;
        self.beside = None;
        Ok(())
    }
}

/// Refuses to write a file that is also read, by its own name or through a link.
pub(crate) fn refuse(name: &Path, read: &[impl AsRef<Path>]) -> Result<(), String> {
    if read.iter().any(|input| is_same(name, input.as_ref())) {
        return Err(format!(
            "{}: this file is also read, and would be overwritten; choose another name",
            crate::visible::name(name)
        ));
    }
    Ok(())
}

/// Writes a whole file.
pub(crate) fn write(
    name: &Path,
    read: &[impl AsRef<Path>],
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), String> {
    let mut output = Output::create(name, read)?;
    write(&mut output).map_err(|error| told(name, &error))?;
    output.finish()
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.beside {
            // The file is not complete, so it is removed; a second error cannot be reported.
            let _ = fs::remove_file(beside);
        }
    }
}

/// Keeps a copy of a file beside it, as `NAME.bak`, or `NAME.bak2` and so on where that exists. Nothing is overwritten.
pub(crate) fn keep(path: &Path, bytes: &[u8]) -> Result<PathBuf, String> {
    const MOST: u32 = 1_000;
    let mut number = 1_u32;
    loop {
        let mut copy = path.as_os_str().to_owned();
        copy.push(if number == 1 { ".bak".to_owned() } else { format!(".bak{number}") });
        let copy = PathBuf::from(copy);
        match OpenOptions::new().write(true).create_new(true).open(&copy) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                return written.map(|()| copy.clone()).map_err(|error| told(&copy, &error));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST => {
                number = number.saturating_add(1);
            }
            Err(error) => return Err(told(&copy, &error)),
        }
    }
}

fn told(name: &Path, error: &io::Error) -> String {
    format!("{}: {error}", crate::visible::name(name))
}

/// Makes a new file in the folder of another.
fn new_beside(target: &Path) -> io::Result<(File, PathBuf)> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let mut number = 0_u32;
    loop {
        let beside = target.with_file_name(format!(".{name}.{}-{number}.new", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((file, beside)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1_000 => {
                number = number.saturating_add(1);
            }
            Err(error) => return Err(error),
        }
    }
}

/// Whether two names lead to one file, by links of any kind.
fn is_same(output: &Path, input: &Path) -> bool {
    let input = if input == Path::new("-") { Path::new("/dev/stdin") } else { input };
    // What does not exist yet is not read.
    let (Ok(one), Ok(other)) = (fs::metadata(output), fs::metadata(input)) else { return false };
    one.is_file() && other.is_file() && is_one(output, &one, input, &other)
}

#[cfg(unix)]
fn is_one(_: &Path, output: &fs::Metadata, _: &Path, input: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (output.dev(), output.ino()) == (input.dev(), input.ino())
}

#[cfg(not(unix))]
fn is_one(output: &Path, _: &fs::Metadata, input: &Path, _: &fs::Metadata) -> bool {
    let paths = (fs::canonicalize(output), fs::canonicalize(input));
    matches!(paths, (Ok(one), Ok(other)) if one == other)
}
