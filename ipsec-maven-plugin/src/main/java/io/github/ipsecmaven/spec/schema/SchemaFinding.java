package io.github.ipsecmaven.spec.schema;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.Severity;

/** What can be wrong with a document that is YAML but not the language. All are errors. */
public enum SchemaFinding {
    UNKNOWN_KEY("IPSEC-L002", "the language has no such key here"),
    MISSING_KEY("IPSEC-L003", "a key that has to be there is missing"),
    WRONG_TYPE("IPSEC-L004", "a value is of the wrong type"),
    NOT_A_CHOICE("IPSEC-L005", "a value is none of those that may stand here"),
    MALFORMED("IPSEC-L006", "a value or a name does not have its form"),
    OUT_OF_RANGE("IPSEC-L007", "a number is out of its range"),
    NOT_THE_LANGUAGE("IPSEC-L008", "the document is not the language");

    private final String id;
    private final String title;

    SchemaFinding(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** What users read about it; how to mend it each finding says itself. */
    public FindingInfo info() {
        return new FindingInfo(id, title, Severity.ERROR, false, "", "");
    }

    Diagnostic at(Position position, String message, String why, String mend) {
        return new Diagnostic(id, Severity.ERROR, position, message, why, mend);
    }
}
