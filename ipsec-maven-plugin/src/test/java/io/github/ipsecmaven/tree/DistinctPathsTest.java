package io.github.ipsecmaven.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths that came in several lots are as distinct as those that came in one. */
class DistinctPathsTest {

    @ParameterizedTest
    @CsvSource({
        "a/b/c, a/b/c, Two files are to be written to a/b/c",
        "a/b/c, a/b/C, a/b/c and a/b/C differ in case only",
        "a/c, A/d, a and A differ in case only",
        "a/b/c, a/b, a/b is to be both a file and a directory",
        "a/b, a/b/c/d, a/b is to be both a file and a directory",
    })
    void refusesWhatNoTreeCanHoldBoth(String first, String second, String reason) {
        assertEquals(reason, refusal(() -> distinct(first, second)));
        assertEquals(reason, refusal(() -> distinct(first).addAll(distinct(second))));
    }

    @Test
    void knowsWhatItTookOver() {
        DistinctPaths paths = distinct("a/one", "b/c/two");
        paths.addAll(distinct("a/three", "d/four"));
        paths.add("d/five");
        for (String file : List.of("a/one", "b/c/two", "a/three", "d/four", "d/five")) {
            assertTrue(paths.isFile(file), file);
        }
        for (String directory : List.of("a", "b", "b/c", "d")) {
            assertTrue(paths.isDirectory(directory), directory);
            assertFalse(paths.isFile(directory), directory);
        }
        assertEquals(Optional.of("d/four"), paths.fileInAnyCase("D/Four"));
        assertEquals(Optional.empty(), paths.fileInAnyCase("a"));
        assertFalse(paths.isFile("d/six"));
    }

    @Test
    void comesToTheSameInOneLotAndInSeveral() {
        Random random = new Random(3);
        int refused = 0;
        for (int run = 0; run < 3_000; run++) {
            List<String> files = new ArrayList<>();
            for (int i = random.nextInt(1, 7); i > 0; i--) {
                files.add(path(random));
            }
            int cut = random.nextInt(files.size() + 1);
            boolean fits = fits(() -> distinct(files));
            boolean fitsInTwo = fits(() -> distinct(files.subList(0, cut)).addAll(distinct(files.subList(cut, files.size()))));
            assertEquals(fits, fitsInTwo, files + " cut at " + cut);
            refused += fits ? 0 : 1;
        }
        assertTrue(refused > 300 && refused < 2_700, refused + " refused");
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int depth = random.nextInt(1, 4); depth > 0; depth--) {
            path.append("abcA".charAt(random.nextInt(4))).append(depth > 1 ? "/" : "");
        }
        return path.toString();
    }

    private static DistinctPaths distinct(String... files) {
        return distinct(List.of(files));
    }

    private static DistinctPaths distinct(List<String> files) {
        DistinctPaths paths = new DistinctPaths();
        files.forEach(paths::add);
        return paths;
    }

    private static String refusal(Runnable what) {
        return assertThrows(IllegalArgumentException.class, what::run).getMessage();
    }

    private static boolean fits(Runnable what) {
        try {
            what.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
