use super::cells::Cells;
use super::words;
use crate::dataset::RecordLine;
use crate::interop::ids::local_id;
use crate::model::{Programme, ProgrammeId};
use crate::values::{ProgrammeKind, Text};
use std::collections::{HashMap, VecDeque};

/// The programmes that were made so far, each with the one that it is part of.
#[derive(Debug, Default)]
pub(super) struct Programmes {
    made: HashMap<ProgrammeId, Option<ProgrammeId>>,
}

/// The programmes of a project.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// Framework programme.
    pub framework: Option<ProgrammeId>,
    /// The call, else the framework programme.
    pub lowest: Option<ProgrammeId>,
}

impl Programmes {
    /// The framework programme and the calls of a project.
    pub(super) fn chain(&mut self, cells: &mut Cells<'_>, out: &mut VecDeque<RecordLine>) -> Chain {
        let framework = cells.get("frameworkProgramme").map(str::trim);
        let framework = framework.and_then(|code| {
            let name = match words::framework(code) {
                Some(name) => Text::new(super::cells::LANGUAGE, name),
                None => Text::und(code),
            };
            let mut programme = Programme::new(ProgrammeId::new(local_id(code)).ok()?, name.ok()?);
            programme.kind = Some(ProgrammeKind::Research);
            Some(self.add(programme, "frameworkProgramme", cells, out))
        });
        let mut lowest = framework.clone();
        for column in ["masterCall", "subCall"] {
            if let Some(call) = self.call(column, lowest.as_ref(), cells, out) {
                lowest = Some(call);
            }
        }
        Chain { framework, lowest }
    }

    /// The call of a column, part of the programme above it.
    fn call(
        &mut self,
        column: &str,
        above: Option<&ProgrammeId>,
        cells: &mut Cells<'_>,
        out: &mut VecDeque<RecordLine>,
    ) -> Option<ProgrammeId> {
        let code = cells.get(column)?.trim();
        let id = ProgrammeId::new(local_id(code)).ok()?;
        if above == Some(&id) {
            return Some(id);
        }
        let Ok(name) = Text::und(code) else { return None };
        let mut call = Programme::new(id, name);
        call.kind = Some(ProgrammeKind::Call);
        call.part_of = above.cloned();
        Some(self.add(call, column, cells, out))
    }

    fn add(
        &mut self,
        programme: Programme,
        column: &str,
        cells: &mut Cells<'_>,
        out: &mut VecDeque<RecordLine>,
    ) -> ProgrammeId {
        let id = programme.id.clone();
        if let Some(above) = self.made.get(&id) {
            if *above != programme.part_of {
                cells.note(column, "another row has this call in another programme: the first is kept");
            }
            return id;
        }
        self.made.insert(id.clone(), programme.part_of.clone());
        out.push_back(RecordLine::Programme(programme));
        id
    }
}
