package io.github.ipsecmaven.spec.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LanguagePageTest {

    private static final Path PAGE = Path.of("../src/site/markdown/language.md");

    @Test
    void thePageSaysWhatTheSchemaSays() throws IOException {
        String made = LanguagePage.of(LanguageSchema.get().document());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, made);
        }
        assertEquals(Files.readString(PAGE), made, "the schema has changed; -Dgolden.update=true writes the page anew");
    }
}
