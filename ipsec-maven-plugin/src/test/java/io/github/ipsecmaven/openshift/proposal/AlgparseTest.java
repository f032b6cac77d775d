package io.github.ipsecmaven.openshift.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares the parser with libreswan's own. */
class AlgparseTest {

    private static final Path ALGPARSE = Path.of("/usr/libexec/ipsec/algparse");
    private static final int STRINGS_PER_PROCESS = 500;
    private static final List<String> OTHER_WORDS = List.of("", "rot13", "cbc", "128", "256", "0", "128x", "aes_",
            "aes256gcm16", "prfsha256", "sha256!", "chacha20", "blowfish", "twofish", "des", "cast128", "serpent",
            "idea", "mars", "modp768", "modp1024", "dh1", "dh2", "dh22", "dh23", "dh24", "dh25", "x25519", "ripemd",
            "tiger", "md4", "sha2_224", "hmac_sha2_256_truncbug");
    private static final List<String> CIPHERS = List.of("aes256", "AES_GCM256", "aes", "aes-128", "aes_gcm", "3des");
    private static final List<String> HASHES = List.of("sha2", "SHA2_512", "sha1", "sha1_96", "none", "none-sha2");
    private static final List<String> GROUPS = List.of("dh19", "DH20", "modp2048", "none");
    private static final List<String> KEY_LENGTHS = List.of("128", "192", "256", "_128", "-192", "_256", "-256", "512",
            "-0", "0", "-08", "0128", "-0256", "__128", "_", "-128x", "-123456789012345");

    @BeforeAll
    static void needsLibreswan() {
        assumeTrue(Files.isExecutable(ALGPARSE),
                "install libreswan (Debian: apt-get install libreswan), for " + ALGPARSE);
    }

    @Test
    void everySpellingMeansTheSameInEveryPlace() throws IOException, InterruptedException {
        var strings = new LinkedHashSet<String>();
        for (var word : words()) {
            for (var place : List.of("%s", "aes-%s", "aes_gcm-%s", "aes;%s", "aes_gcm256;%s", "aes-sha2-%s",
                    "aes_gcm-none-%s", "aes-sha1_96-%s", "aes-sha2;%s", "%s-sha2", "%s-none", "%s;dh19")) {
                both(strings, place.formatted(word));
            }
        }
        compare(strings, true);
    }

    @Test
    void everyKeyLengthIsJudgedTheSame() throws IOException, InterruptedException {
        var strings = new LinkedHashSet<String>();
        for (var algorithm : Algorithms.all()) {
            for (var spelling : algorithm.spellings()) {
                for (var length : KEY_LENGTHS) {
                    both(strings, spelling + length);
                    both(strings, spelling + length + "-sha2;dh19");
                }
            }
        }
        compare(strings, true);
    }

    @Test
    void stringsMadeAtRandomAreJudgedTheSame() throws IOException, InterruptedException {
        var random = new Random(4500);
        var strings = new LinkedHashSet<String>();
        while (strings.size() < 12_000) {
            var proposals = new ArrayList<String>();
            do {
                proposals.add(proposal(random));
            } while (random.nextInt(3) == 0);
            both(strings, String.join(",", proposals));
        }
        compare(strings, false);
    }

    @Test
    void fipsModeRefusesTheSame() throws IOException, InterruptedException {
        var strings = new ArrayList<String>();
        for (var algorithm : Algorithms.all()) {
            var word = algorithm.spellings().get(0);
            var text = switch (algorithm.kind()) {
                case ENCRYPTION -> word;
                case PRF -> "aes-" + word;
                case INTEGRITY -> (algorithm.isNone() ? "aes_gcm-" : "aes-") + word;
                case GROUP -> "aes;" + word;
            };
            strings.add((algorithm.kind() == Algorithm.Kind.PRF ? "ike=" : "esp=") + text);
        }
        var output = algparse(strings, List.of("-pfs=yes", "-fips=yes"));
        for (var string : strings) {
            assertEquals(read(string).notInFips().isEmpty(), isAccepted(output.get(string)),
                    string + ": " + output.get(string));
        }
    }

    // Mostly what a person would write, with a word or a separator out of place now and then.
    private static String proposal(Random random) {
        var text = new StringBuilder(alternatives(random, CIPHERS));
        if (random.nextInt(3) > 0) {
            text.append('-').append(alternatives(random, HASHES));
        }
        if (random.nextInt(2) > 0) {
            text.append(oneOf(random, List.of(";", "-"))).append(alternatives(random, GROUPS));
        }
        if (random.nextInt(6) == 0) {
            text.insert(random.nextInt(text.length() + 1), oneOf(random, List.of("-", ";", "+", "1", "_", "x")));
        }
        return text.toString();
    }

    private static String alternatives(Random random, List<String> usual) {
        var from = random.nextInt(12) == 0 ? words() : usual;
        var one = oneOf(random, from);
        return random.nextInt(4) == 0 ? one + "+" + oneOf(random, from) : one;
    }

    private static String oneOf(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static void compare(Set<String> strings, boolean withNames) throws IOException, InterruptedException {
        var output = algparse(List.copyOf(strings), List.of("-pfs=yes", "-fips=no"));
        var different = new ArrayList<String>();
        int accepted = 0;
        for (var string : strings) {
            var read = read(string);
            var lines = output.get(string);
            if (read.isAccepted() != isAccepted(lines)) {
                different.add(string + "\n  ours: " + read.problems() + "\n  libreswan: " + lines);
            } else if (read.isAccepted()) {
                accepted++;
                if (withNames) {
                    assertSameNames(string, read, lines);
                }
            }
        }
        assertEquals("", String.join("\n", different));
        assertTrue(accepted > strings.size() / 20, "too few accepted: " + accepted + " of " + strings.size());
    }

    private static void assertSameNames(String string, Proposals read, List<String> lines) {
        var names = List.of(String.join("-", lines).strip().split("[-+\\s]+"));
        for (var chosen : read.algorithms()) {
            if (string.startsWith("ike=") && chosen.algorithm().kind() == Algorithm.Kind.INTEGRITY) {
                continue; // algparse leaves it out where it follows from the cipher or the PRF
            }
            var name = chosen.algorithm().name() + (chosen.keyLength() == 0 ? "" : "_" + chosen.keyLength());
            assertTrue(names.contains(name), string + ": " + name + " in " + lines);
        }
    }

    private static Proposals read(String string) {
        var text = string.substring(4);
        return string.startsWith("ike=") ? ProposalParser.ike(text) : ProposalParser.esp(text);
    }

    private static boolean isAccepted(List<String> lines) {
        return lines.stream().noneMatch(line -> line.contains("ERROR"));
    }

    private static List<String> words() {
        var words = new ArrayList<>(OTHER_WORDS);
        for (var algorithm : Algorithms.all()) {
            for (var spelling : algorithm.spellings()) {
                if (!words.contains(spelling)) {
                    words.add(spelling);
                }
            }
        }
        return words;
    }

    private static void both(Set<String> strings, String text) {
        strings.add("ike=" + text);
        strings.add("esp=" + text);
    }

    /** What algparse prints for each string: {@code <tab>proposal} or {@code <tab>ERROR: why}. */
    private static Map<String, List<String>> algparse(List<String> strings, List<String> options)
            throws IOException, InterruptedException {
        var output = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < strings.size(); i += STRINGS_PER_PROCESS) {
            var batch = strings.subList(i, Math.min(strings.size(), i + STRINGS_PER_PROCESS));
            var command = new ArrayList<String>();
            command.add(ALGPARSE.toString());
            command.addAll(options);
            command.addAll(batch);
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            List<String> current = new ArrayList<>();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            for (var line : text.split("\n")) {
                if (line.startsWith("algparse ")) {
                    current = new ArrayList<>();
                    output.put(line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\'')), current);
                } else if (line.startsWith("\t")) {
                    current.add(line);
                }
            }
        }
        assertEquals(strings.size(), output.size(), "algparse did not answer every string");
        return output;
    }
}
