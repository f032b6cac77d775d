package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.report.Help;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The site's page of rules is made from the catalogue: {@code -Dgolden.update=true} writes it anew. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../src/site/markdown/rules.md");

    private static final String HEAD = """
            <!-- Made from the catalogue by RulesPageTest; do not edit. -->
            # Rules

            What the plugin checks. Each finding names its rule and says what to write instead;
            `mvn ipsec:explain -Dipsec.topic=IPSEC-N003` prints what stands here.

            An error stops the build, a warning does with `-Dipsec.failOn=warning`, a note never does. What can be waived
            is accepted with a line of the spec, for a part of it and until a day:

            ```yaml
            waivers:
            - {rule: IPSEC-P005, scope: cluster, reason: "signed for by Red Hat, case 0123", until: 2027-01-31}
            ```

            """;

    @Test
    void thePageIsThatOfTheCatalogue() throws IOException {
        String page = page();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "run the tests with -Dgolden.update=true");
    }

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        families().forEach((letter, family) -> {
            page.append("## ").append(family).append(" (").append(letter).append(")\n\n");
            of(letter).forEach(info -> append(page, info));
        });
        int listed = families().keySet().stream().mapToInt(letter -> of(letter).size()).sum();
        assertEquals(FindingCatalogue.ALL.size(), listed, "every family of rules has a heading");
        return page.toString().stripTrailing() + "\n";
    }

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("P", "Platform, mode and pools");
        families.put("N", "Network and MTU");
        families.put("A", "Connections and addresses");
        families.put("I", "Identities");
        families.put("E", "Proposals and options");
        families.put("K", "Clear text kept off the wire");
        families.put("R", "Releases");
        families.put("C", "Certificates");
        families.put("M", "Names and sizes");
        families.put("S", "Secrets");
        families.put("D", "Delivery");
        families.put("G", "Life cycle: what was rendered before");
        families.put("W", "Waivers");
        families.put("F", "Files that the spec names");
        families.put("L", "The language");
        families.keySet().removeIf(letter -> of(letter).isEmpty());
        return families;
    }

    private static List<FindingInfo> of(String family) {
        return FindingCatalogue.ALL.stream().filter(info -> info.id().startsWith("IPSEC-" + family)).toList();
    }

    private static void append(StringBuilder page, FindingInfo info) {
        page.append("### ").append(info.id()).append(": ").append(info.title()).append("\n\n")
                .append("*").append(info.severity().label()).append(".* ")
                .append(Help.markdown(info)).append("\n\n");
    }
}
