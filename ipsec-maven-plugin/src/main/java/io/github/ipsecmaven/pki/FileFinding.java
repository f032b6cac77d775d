package io.github.ipsecmaven.pki;

import static io.github.ipsecmaven.diagnostic.FindingTemplate.error;

import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.FindingTemplate;
import io.github.ipsecmaven.diagnostic.Position;

/** Every message about a file that the spec names and that cannot be read. All are errors. None holds a secret. */
public enum FileFinding {
    VARIABLE_NOT_SET(error("IPSEC-F001", "the environment variable %s is not set",
            "set it where the build runs, or write a path")),
    MISSING(error("IPSEC-F002", "there is no file '%s'",
            "check the path: it is relative to the folder of the file in which it is written; for a lab "
                    + "`mvn ipsec:lab-pki` makes the bundles and anchors that are missing")),
    DIRECTORY(error("IPSEC-F003", "'%s' is a directory, not a file",
            "name the file in it")),
    UNREADABLE(error("IPSEC-F004", "the file '%s' cannot be read",
            "give the user who runs the build the right to read it")),
    TOO_LARGE(error("IPSEC-F005", "the file '%s' is larger than %s bytes",
            "check the path: no certificate or bundle is as large as that")),
    OUTSIDE_REPOSITORY(error("IPSEC-F006", "the file '%s' lies outside the repository (links are followed)",
            "copy it into the repository: what is rendered in clear has to be under review there")),
    EMPTY_PASSWORD_FILE(error("IPSEC-F007", "the password file '%s' is empty",
            "write the password into its first line; leave `password` out where the bundle has none")),
    NO_PEM(error("IPSEC-C001", "the file '%s' is no certificate",
            "write one certificate in PEM form, from BEGIN CERTIFICATE to END CERTIFICATE")),
    NO_BUNDLE(error("IPSEC-C002", "the bundle '%s' cannot be opened",
            "check the file and `password`; `ipsec:bundle` makes a bundle that every node accepts"));

    private final FindingTemplate template;

    FileFinding(FindingTemplate template) {
        this.template = template;
    }

    /** What users read about it. */
    public FindingInfo info() {
        return template.info();
    }

    Diagnostic at(Position position, Object... arguments) {
        return template.at(position, arguments);
    }

    /** The same with a reason, which users read below the message. */
    Diagnostic because(String why, Position position, Object... arguments) {
        return template.because(why).at(position, arguments);
    }
}
