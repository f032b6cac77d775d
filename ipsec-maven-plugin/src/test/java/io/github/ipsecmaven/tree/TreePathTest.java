package io.github.ipsecmaven.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "C:a", "a\nb", "a\0b",
        ".ipsec-journal", ".ipsec-journal/plan", ".IPSEC-lock"
    })
    void whatIsNotBelowTheRootIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> new TreeFile(path, new byte[0], false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "..a", "a..", "...", ".hidden", "a b", "-", "clusters/.ipsec-lock"})
    void anyOtherNameIsAllowed(String path) {
        assertEquals(path, new TreeFile(path, new byte[0], false).path());
    }

    @Test
    void parentsAreListedFromTheOutermost() {
        assertEquals(List.of("a", "a/b"), TreePath.parents("a/b/c"));
        assertEquals(List.of(), TreePath.parents("a"));
    }

    @Test
    void theCommonDirectoryIsTheInnermostOfAll() {
        assertEquals("a/b", common("a/b/c", "a/b/d/e"));
        assertEquals("a/b", common("a/b/c"));
        assertEquals("a", common("a/b/c", "a/bc/d"));
        assertEquals("", common("a/b", "c"));
        assertEquals("", common());
    }

    private static String common(String... paths) {
        return TreePath.commonDirectory(Stream.of(paths).map(path -> new TreeFile(path, new byte[0], false)).toList());
    }
}
