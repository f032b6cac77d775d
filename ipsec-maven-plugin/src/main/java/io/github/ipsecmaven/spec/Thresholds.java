package io.github.ipsecmaven.spec;

import java.time.Period;

/**
 * The thresholds of the rules: {@code policy} in the spec, which an organisation tightens through its defaults file.
 *
 * @param warnBefore how long before it expires a certificate is warned about
 * @param rsaBits the smallest RSA key that passes without a finding
 */
public record Thresholds(Period warnBefore, int rsaBits) {

    static Thresholds of(Section section) {
        return new Thresholds(
                Period.parse(section.text("warnBefore").orElse("P30D")),
                section.integer("rsaBits").orElse(3072));
    }
}
