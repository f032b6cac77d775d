package io.github.ipsecmaven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MisspelledParameterTest {

    private static final List<String> KNOWN = List.of("ipsec.failOn", "ipsec.specs", "ipsec.outputDir", "ipsec.out");

    @Test
    void isNearToAParameter() {
        assertEquals(misspelled("ipsec.failon", "ipsec.failOn"), among("ipsec.failon"));
        assertEquals(misspelled("ipsec.spec", "ipsec.specs"), among("ipsec.specs", "user.name", "ipsec.spec"));
        assertEquals(misspelled("ipsec.ouputDir", "ipsec.outputDir"), among("ipsec.ouputDir"));
    }

    @Test
    void isNothingThatExistsOrIsSomebodyElses() {
        assertEquals(Optional.empty(), among("ipsec.failOn", "ipsec.version", "ipsec.foo", "ipsec.", "failon", "env.IPSEC"));
    }

    private static Optional<MisspelledParameter> misspelled(String given, String meant) {
        return Optional.of(new MisspelledParameter(given, meant));
    }

    private static Optional<MisspelledParameter> among(String... properties) {
        return MisspelledParameter.among(List.of(properties), KNOWN);
    }
}
