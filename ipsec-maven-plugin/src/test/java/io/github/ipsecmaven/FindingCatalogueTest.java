package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.policy.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingCatalogueTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TEMPLATE = Pattern.compile("%(\\d\\$)?s\\b");
    private static final Pattern ID = Pattern.compile("\"(IPSEC-[A-Z]\\d{3})\"");

    @Test
    void everyIdInTheSourcesIsInTheCatalogueAndStandsForOneThing() throws IOException {
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher ids = ID.matcher(Files.readString(file));
                while (ids.find()) {
                    written.add(ids.group(1));
                }
            }
        }
        assertEquals(FindingCatalogue.ALL.stream().map(FindingInfo::id).toList(), written.stream().sorted().toList());
        assertEquals(written.stream().distinct().count(), written.size(), () -> "twice in " + written);
    }

    @Test
    void rulesAreSortedById() {
        List<String> ids = Catalogue.RULES.stream().map(rule -> rule.info().id()).toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void titlesAreSentencesWithoutPlaceholderAndFullStop() {
        for (FindingInfo info : FindingCatalogue.ALL) {
            assertTrue(info.title().length() > 10, info.id() + " says what it is about");
            assertFalse(TEMPLATE.matcher(info.title() + info.mend()).find(), info.id() + " is no template");
            assertFalse(info.title().endsWith("."), info.id() + " has no full stop");
        }
    }

    @Test
    void everyRuleSaysWhy() {
        Catalogue.RULES.forEach(rule -> assertTrue(rule.info().why().length() > 20, rule.info().id() + " says why"));
    }
}
