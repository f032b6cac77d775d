package io.github.ipsecmaven.openshift;

import java.util.List;

/**
 * One key that nmstate knows below {@code libreswan:} of an interface of type {@code ipsec}: one row of
 * {@link LibreswanOptions}.
 *
 * @param name the key as nmstate spells it, {@code dpddelay}
 * @param type what a value may be
 * @param values the values that pluto accepts where they are a closed set, otherwise empty
 * @param whitespaceAllowed whether NetworkManager-libreswan writes the value in quotes, so that it may hold blanks;
 *         control characters, non-ASCII characters and {@code "} are refused in any value
 * @param use whether the key may be written below our own {@code libreswan:}
 * @param instead what to write in the language instead, as the end of a sentence; empty where {@code use} is FREE
 * @param minNmstate first nmstate, inside the NMState operator, that knows the key
 * @param minNetworkManagerLibreswan first NetworkManager-libreswan on the node that knows the key; {@code 0} for any.
 *         An older one refuses the whole connection
 * @param meaning what the key says, in one line
 * @param source where this row was read
 */
public record LibreswanOption(String name, Type type, List<String> values, boolean whitespaceAllowed, Use use,
        String instead, String minNmstate, String minNetworkManagerLibreswan, String meaning, String source) {

    /** What a value may be, for nmstate and for the daemon behind it. */
    public enum Type {
        /** Any text; nmstate refuses a number that is not quoted. */
        STRING,
        /** A strict YAML boolean; {@code 'no'} in quotes is refused. */
        BOOLEAN,
        /** A whole number, in seconds where it is a time; {@code 30s} is refused. */
        INTEGER,
        /** A whole number, or {@code yes} or {@code no} in quotes; a boolean is refused. */
        INTERFACE,
        /** One of {@link LibreswanOption#values()}; for {@code authby} a comma-separated list of them. */
        CHOICE,
        /** A decimal with one of the units s, m, h, d, w, or without for seconds; always in quotes. */
        DURATION,
        /** Algorithm proposals, in the grammar of libreswan. */
        PROPOSALS,
        /** Protocol, or protocol and port: {@code tcp/2049}, {@code 6/2049}, {@code icmp}, {@code %any}. */
        PROTOPORT
    }

    /** Whether a key may be written below {@code libreswan:} of the language. */
    public enum Use {
        /** Yes. */
        FREE,
        /** No: the language has a key for it, or fixes its value. */
        OWNED,
        /** No, and the language has nothing for it either. */
        REFUSED
    }

    public LibreswanOption {
        values = List.copyOf(values);
    }
}
