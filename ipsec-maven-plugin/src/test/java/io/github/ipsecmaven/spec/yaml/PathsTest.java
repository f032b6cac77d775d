package io.github.ipsecmaven.spec.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.diagnostic.Position;
import io.github.ipsecmaven.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathsTest {

    private final Tree.Mapping document = YamlReader.read(new SourceText(Path.of("ipsec.yaml"), "ipsec.yaml", """
            nodes:
              worker-0:
                pool: storage
            waivers:
            - {rule: one}
            - {rule: two}
            """), new Diagnostics()).orElseThrow();

    @Test
    void aKeyAndItsValueHaveOnePath() {
        Tree.Mapping node = (Tree.Mapping) ((Tree.Mapping) document.get("nodes")).get("worker-0");
        assertEquals(List.of("nodes/worker-0/pool"), Paths.of(node.get("pool").at(), document));
        Position key = ((Tree.Mapping) document.get("nodes")).entries().get("worker-0").keyAt();
        assertEquals(List.of("nodes/worker-0"), Paths.of(key, document));
    }

    @Test
    void itemsOfAListAreCounted() {
        Tree.Mapping second = (Tree.Mapping) ((Tree.Sequence) document.get("waivers")).items().get(1);
        assertEquals(List.of("waivers/1/rule"), Paths.of(second.get("rule").at(), document));
    }

    @Test
    void aPlaceThatSpeaksForOneOfSeveralNamesIt() {
        Position shared = document.get("nodes").at();
        assertEquals(List.of("nodes/worker-7/bundle"), Paths.of(shared.ownedBy("nodes/worker-7/bundle"), document));
    }

    @Test
    void aPlaceOutsideTheDocumentHasNoPath() {
        assertEquals(List.of(), Paths.of(document.at().source().start(), document));
    }
}
