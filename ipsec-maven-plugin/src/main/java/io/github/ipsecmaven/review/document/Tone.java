package io.github.ipsecmaven.review.document;

/** How much something should catch the eye. It is never the only thing that says so: a word always stands beside it. */
public enum Tone {
    /** Harm, or an interruption. */
    ALARM("🔴"),
    /** To be looked at. */
    CARE("🟠"),
    /** As it should be. */
    CALM("🟢"),
    /** Neither good nor bad. */
    PLAIN("⚪");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    /** The sign that stands for it where there are no colours. */
    public String sign() {
        return sign;
    }

    /** The graver of two. */
    public Tone or(Tone other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
