package io.github.ipsecmaven.spec.yaml;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about a file that is not the YAML we read. All are errors. */
public enum YamlFinding {
    NOT_YAML(error("IPSEC-L010", "this is not valid YAML: %s",
            "correct the line; an editor with YAML support marks the place while you type")),
    TAB(error("IPSEC-L011", "a tab where YAML wants spaces",
            "write spaces: YAML forbids tabs for indentation, and its readers disagree about them elsewhere")),
    DUPLICATE_KEY(error("IPSEC-L012", "the key '%s' is written twice; first in line %s",
            "keep one of the two: YAML readers disagree on which one counts")),
    NOT_A_PLAIN_KEY(error("IPSEC-L013", "a key has to be plain text",
            "write the key as a single word or a quoted string")),
    TAG(error("IPSEC-L014", "the tag '%s' is not part of the language",
            "remove the tag; quote the value if it is to be a string")),
    ENDLESS_ALIAS(error("IPSEC-L015", "this value holds an alias of itself",
            "write the value out: it can never be finished as it stands")),
    TOO_MANY_VALUES(error("IPSEC-L016", "aliases make this file expand to more than %s values",
            "write repeated values out, or move what is shared into `nodeDefaults` or a defaults file")),
    TOO_DEEP(error("IPSEC-L017", "nested more than %s levels deep",
            "the language needs no more than eight levels: look for a missing line end or stray brackets")),
    SEVERAL_DOCUMENTS(error("IPSEC-L018", "a second document starts here",
            "one file describes one cluster: move the second document into a folder of its own")),
    EMPTY(error("IPSEC-L019", "the file says nothing",
            "start with `apiVersion: ipsec-maven.github.io/v1` and `kind: ClusterIPsec`")),
    NOT_A_MAPPING(error("IPSEC-L020", "the document has to be a mapping of keys to values",
            "start with `apiVersion: ipsec-maven.github.io/v1` and `kind: ClusterIPsec`")),
    CONTROL_CHARACTER(error("IPSEC-L021", "the character U+%s is not allowed in YAML",
            "remove the character; it usually comes from copying out of a document or a terminal")),
    NOT_UTF8(error("IPSEC-L022", "this byte is not UTF-8",
            "save the file as UTF-8")),
    TOO_LARGE(error("IPSEC-L023", "the file has %s bytes; a spec may have %s",
            "check the path: a spec of this size is most likely another file"));

    private final FindingTemplate template;

    YamlFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    String id() {
        return template.id();
    }

    Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }
}
