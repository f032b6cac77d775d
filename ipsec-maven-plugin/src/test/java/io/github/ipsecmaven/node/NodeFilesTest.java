package io.github.ipsecmaven.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the linters of the script's and the unit's own trade say about them. */
class NodeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void shellcheckHasNothingToSayAboutTheScript() throws IOException {
        Tools.assumeInstalled("shellcheck", "shellcheck");
        var script = released("ipsec-addcert.sh");

        assertEquals("", Tools.run("shellcheck", "--enable=quote-safe-variables", script.toString()).output());
    }

    @Test
    void systemdHasNothingToSayAboutTheUnit() throws IOException {
        Tools.assumeInstalled("systemd-analyze", "systemd");
        var unit = released("ipsec-import.service");
        Files.writeString(unit, Files.readString(unit).replace("/usr/local/bin/ipsec-addcert.sh", "/bin/true"));

        assertEquals("", Tools.run("systemd-analyze", "verify", unit.toString()).output());
    }

    private Path released(String name) throws IOException {
        var file = folder.resolve(name);
        try (var resource = NodeFilesTest.class.getResourceAsStream("/io/github/ipsecmaven/manifest/" + name)) {
            Files.copy(resource, file);
        }
        return file;
    }
}
