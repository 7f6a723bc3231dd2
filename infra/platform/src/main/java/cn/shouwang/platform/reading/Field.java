package cn.shouwang.platform.reading;

/// A personal field that may be revealed, `<thing>.<field>`, e.g. `report.phone`. The name is stored:
/// chosen once.
public record Field(String name, Kind kind) {

    /// How much a field tells of a person.
    public enum Kind {
        /// By what one finds and speaks to somebody: name, phone, address.
        CONTACT,
        /// Who somebody is in the eyes of the state: number of a document, day of birth. Also a search
        /// by any of these.
        IDENTITY,
        /// Sensitive by PIPL article 28 beyond the document: health, disability, account.
        SENSITIVE
    }
}
