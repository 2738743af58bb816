//! The table of codes: each kind of finding once, with what it means.

/// Declares the enum and its table in one place, so that neither can lack a row.
macro_rules! codes {
    ($($variant:ident $id:literal $title:literal $explanation:literal;)*) => {
        /// A kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $title] $variant,)* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable name: `unknown-key`.
            pub const fn id(self) -> &'static str {
                match self { $(Code::$variant => $id,)* }
            }

            /// What it means, in one line.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }

            /// Why it is a mistake, and how it is corrected.
            pub const fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $explanation,)* }
            }
        }
    };
}

impl Code {
    /// The code with this name.
    pub fn find(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id() == id)
    }
}

codes! {
    // Reading a file.
    UnreadableFile "unreadable-file" "A file or folder cannot be read."
        "The path does not exist, is a folder where a file is expected (or the reverse), may not be read, or holds bytes that are not UTF-8 text. Paths are taken relative to the folder in which the program is started.";
    UnknownTarget "unknown-target" "No built-in target has this name, and no file has this path."
        "A target is given by the name of a built-in target or by the path of a target file. `retrofit schema target` prints what such a file holds.";
    BadOverride "bad-override" "A value that is set beside the files has no place in them."
        "`--set PATH=VALUE` sets a value of the facility file, `--set target:PATH=VALUE` one of the target. The path is written as in messages: list elements by their id or number (`halls.barn.clear_height_m`, `halls[0].clear_height_m`). The value is YAML and is held to the rules of the file; `PATH=` without a value takes an optional key away.";
    FileTooLarge "file-too-large" "A file is larger than any real input."
        "Input files are read up to 4 MB. A facility is some hundred lines; a larger file is most likely not an input of this program.";
    BadYaml "bad-yaml" "The text is not YAML."
        "The file cannot be parsed. Common causes: a tab used for indentation, a missing space after a colon, a text with a colon in it that is not in quotes, unequal indentation.";
    SeveralDocuments "several-documents" "A file holds more than one YAML document."
        "One file is one facility, one target or one catalog. Split the file at the line `---`, or remove that line.";
    TooDeep "too-deep" "Values are nested deeper than any real input."
        "Lists and maps may be nested 64 deep; the inputs of this program need less than ten levels.";
    TooManyAliases "too-many-aliases" "Aliases expand to too many values."
        "An alias (`*name`) stands for all values under its anchor (`&name`). Aliases of aliases grow without bound; a file may expand to 10,000 values by aliases. Write the values out.";
    UnsupportedTag "unsupported-tag" "A YAML tag is used."
        "Tags such as `!!float` or `!include` are not read. Write the plain value.";
    BadKey "bad-key" "A key is not a plain text."
        "Keys of maps are names. A list or a map as a key has no meaning here.";
    DuplicateKey "duplicate-key" "A key stands twice in one map."
        "One of the two values would be lost silently. Remove the one that is wrong.";
    NotFinite "not-finite" "A number is not finite."
        "`.nan` and `.inf` are not quantities. Leave the key out where a value is not known and the key is optional.";
    // The shape of a file.
    WrongFileKind "wrong-file-kind" "The file is of another kind or version than is expected here."
        "The key `schema` names the kind and version of a file: `retrofit/facility/1`, `retrofit/target/1` or `retrofit/catalog/1`. Facility files are given as argument, targets with `--target`, folders of catalogs with `--catalog`.";
    UnknownKey "unknown-key" "A key is not known here."
        "Unknown keys are refused, because a misspelled key would be a value that is silently not used. `retrofit schema` prints all keys of each kind of file.";
    MissingUnit "missing-unit" "A key lacks the unit that belongs to its name."
        "Every quantity carries its unit in its name, so that no number can be misread: `elevation_m`, `firm_mw`, `cost_usd`.";
    WrongUnit "wrong-unit" "A key names another unit than the one that is read here."
        "Each quantity is read in one unit. Convert the value and use the key with that unit.";
    MissingKey "missing-key" "A key that is needed is not there."
        "The value has no sound default: a plan made without it would rest on a guess. Where it is not known, give the best estimate and name it under `assumed`.";
    WrongType "wrong-type" "A value is of the wrong type."
        "Numbers stand alone, without unit, thousands separator or quotes. Texts that look like numbers are put in quotes. An optional key without a value is left out.";
    OutOfRange "out-of-range" "A number is outside the range that is possible."
        "The limits are wide: they exclude only what no site has. Most often the value was given in another unit than the key names.";
    UnknownValue "unknown-value" "A value is not one of those that are known."
        "The value must be one of a fixed list of names. `retrofit schema` prints each list with the meaning of its names.";
    BadFormat "bad-format" "A text has not the form that is needed."
        "Ids are lower-case letters, digits and underscores, and start with a letter. Dates are YYYY-MM-DD. Redundancy is N, N+1, 2N, 2(N+1), 3N/2 or block 4:1.";
    BadDate "bad-date" "A date is not in the calendar."
        "The text has the form of a date, but no such day exists.";
    TooShortList "too-short-list" "A list has too few elements."
        "A facility has at least one hall, and each figure of a catalog names at least one source.";
    // What the values say together.
    DuplicateId "duplicate-id" "Two elements have the same id."
        "Elements are referred to by their id. A catalog given with `--catalog` may replace an entry of an earlier catalog by using its id, but no id may stand twice in one file or in two built-in files.";
    ReservedId "reserved-id" "An id has a meaning of its own."
        "`site` means the site as a whole, so no hall may be called so.";
    UnknownReference "unknown-reference" "A name refers to nothing."
        "The element that is named does not exist; the nearest name is proposed.";
    AssumedPath "assumed-path" "A path under `assumed` names no value of the file."
        "Each path is written with dots, list elements by their id: `halls.barn.slab_kg_per_m2`. Only values that stand in the file can be marked as assumed.";
    Contradiction "contradiction" "Two figures cannot both be true."
        "The values at both places exclude each other. Correct the one that is wrong.";
    MissingRating "missing-rating" "An asset or item lacks a figure that its kind needs."
        "What equipment can supply is computed from its nameplate: kVA and voltage for transformers, amperes and voltage for switchgear and boards, kW for UPS, generators and cooling plant, kWh for batteries, liters for tanks.";
    ForeignRating "foreign-rating" "An asset or item has a figure that its kind does not use."
        "The figure would be silently ignored. Most often the kind or the unit is wrong.";
    BadOrder "bad-order" "Figures are not in ascending order."
        "A range is given as low, likely and high with low <= likely <= high.";
    BothGiven "both-given" "Two values exclude each other."
        "Only one of the two may be given, because each determines the other.";
    MissingChoice "missing-choice" "One of several values must be given."
        "At least one of the values is needed to determine the quantity.";
    NoConvertibleHall "no-convertible-hall" "No hall may be converted."
        "A plan needs at least one hall with `convertible: true` for which racks are wanted.";
    BadHoliday "bad-holiday" "A holiday is not a day."
        "Holidays are `MM-DD` for each year, or `YYYY-MM-DD` for one day.";
    BadActivity "bad-activity" "The fields of an activity do not fit together."
        "`per: site` and `per: hall` take `duration_weeks`; `per: bank` takes `services` and `duration_of`, and `crews` with `duration_of: install`.";
    // How a report reads.
    BadTemplate "bad-template" "A template cannot be parsed."
        "Templates are written in Handlebars. A tag is `{{field}}`, a block `{{#each list}} ... {{/each}}`, a partial `{{> report/gap}}`; every block is closed by its own name.";
    UnknownTemplate "unknown-template" "No template or partial has this name."
        "A template is given by the name of a built-in one, of one in the folder given with `--templates`, or by the path of a file. Partials are named by their path in that folder without `.md.hbs`: `report/gap`.";
    UnknownField "unknown-field" "A template names a field that does not exist at this place."
        "Inside `{{#each x}}` and `{{#with x}}`, and in a partial that is given a value, names are those of that value; `../` reaches what is around it, `@root.` the whole report.";
    UnknownMessage "unknown-message" "A message has a name that is not known."
        "Templates call messages of the language packs by `{{t \"id\"}}`. In a pack, a message that no report asks for is most often misspelt. `retrofit language show en` prints all of them.";
    UnknownLanguage "unknown-language" "No language has this name."
        "A language is given by the name of a built-in one, of a file or folder under `languages/` in the folder given with `--templates`, or by the path of a file `*.ftl`.";
    BadLanguagePack "bad-language-pack" "A language pack cannot be used as it is."
        "Packs are written in Project Fluent's syntax. A message may name only the figures that the English one gets; the messages of numbers and dates have a form of their own.";
    MissingMessages "missing-messages" "A language pack lacks messages."
        "What a pack lacks is told in English. Nothing else is wrong with the report.";
    BadCurrency "bad-currency" "A currency or its rate cannot be used."
        "Plans count in US dollars. Another currency needs its code in ISO 4217 and its rate, units of it for one US dollar.";
    MissingParameter "missing-parameter" "No catalog holds a constant that formulas need."
        "The built-in catalogs hold every constant. The message names the ones that are missing.";
    UnusualValue "unusual-value" "A value is possible, but seldom."
        "The plan is made with the value as given. Check that it is meant, and in the unit that the key names.";
}
