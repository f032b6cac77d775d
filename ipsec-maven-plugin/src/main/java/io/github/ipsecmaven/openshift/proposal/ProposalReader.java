package io.github.ipsecmaven.openshift.proposal;

import io.github.ipsecmaven.openshift.proposal.Algorithm.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one proposal by recursive descent, in the steps of libreswan's {@code lib/libswan/v2_proposals.c}: ciphers,
 * then in {@code ike} PRFs or else integrity and PRFs, in {@code esp} integrity, then groups. A {@code ;} jumps to the
 * groups, a {@code +} joins alternatives of one kind.
 */
final class ProposalReader {

    private final Protocol protocol;
    private final List<Token> tokens;
    private int next;

    ProposalReader(Protocol protocol, List<Token> tokens) {
        this.protocol = protocol;
        this.tokens = tokens;
    }

    Proposal read() throws ProposalFault {
        var encryption = encryption();
        List<ChosenAlgorithm> prf = List.of();
        List<ChosenAlgorithm> integrity = List.of();
        if (hasMoreBeforeGroups()) {
            if (protocol == Protocol.ESP) {
                integrity = alternatives(Kind.INTEGRITY);
            } else {
                integrity = integrityWherePrfIsNotNext();
                prf = hasMoreBeforeGroups() ? alternatives(Kind.PRF) : List.of();
            }
        }
        var groups = hasMore() ? alternatives(Kind.GROUP) : List.<ChosenAlgorithm>of();
        if (hasMore()) {
            var token = tokens.get(next);
            throw new ProposalFault(ProposalProblem.Kind.UNEXPECTED, token, "nothing can follow after the group"
                    + (token.before() == '+' ? "" : "; several groups are joined with `+`"), "");
        }
        checkIntegrity(encryption, integrity);
        return new Proposal(tokens.get(0).offset(), encryption, prf, markNone(encryption, integrity), groups);
    }

    private boolean hasMore() {
        return next < tokens.size();
    }

    private boolean hasMoreBeforeGroups() {
        return hasMore() && tokens.get(next).before() != ';';
    }

    private List<ChosenAlgorithm> encryption() throws ProposalFault {
        var found = new ArrayList<ChosenAlgorithm>();
        do {
            found.add(cipher());
        } while (hasMore() && tokens.get(next).before() == '+');
        return found;
    }

    private ChosenAlgorithm cipher() throws ProposalFault {
        var name = tokens.get(next++);
        requireText(name, Kind.ENCRYPTION);
        if (hasMore() && tokens.get(next).before() == '-' && tokens.get(next).startsWithDigit()) {
            var length = tokens.get(next++);
            var both = new Token(name.text() + "-" + length.text(), name.offset(), name.before(), name.beforeAt());
            return cipher(both, name.text(), length.text());
        }
        var whole = Algorithms.find(Kind.ENCRYPTION, name.text());
        if (whole.isPresent() && whole.get().isIn(protocol)) {
            return chosen(whole.get(), 0, name);
        }
        int digits = name.text().length();
        while (digits > 0 && Token.isDigit(name.text().charAt(digits - 1))) {
            digits--;
        }
        if (digits == 0 || digits == name.text().length() || whole.isPresent()) {
            throw notFound(Kind.ENCRYPTION, name, name.text());
        }
        int end = name.text().charAt(digits - 1) == '_' ? digits - 1 : digits;
        return cipher(name, name.text().substring(0, end), name.text().substring(digits));
    }

    private ChosenAlgorithm cipher(Token token, String name, String length) throws ProposalFault {
        var algorithm = Algorithms.find(Kind.ENCRYPTION, name);
        if (algorithm.isEmpty() || !algorithm.get().isIn(protocol)) {
            throw notFound(Kind.ENCRYPTION, token, name);
        }
        var allowed = algorithm.get().keyLengths();
        String significant = length.substring(leadingZeros(length));
        for (int bits : allowed) {
            if (significant.equals(Integer.toString(bits))) {
                return chosen(algorithm.get(), bits, token);
            }
        }
        var spelling = algorithm.get().spellings().get(0);
        if (allowed.isEmpty()) {
            throw new ProposalFault(ProposalProblem.Kind.KEY_LENGTH, token,
                    spelling + " is written without a key length", spelling);
        }
        throw new ProposalFault(ProposalProblem.Kind.KEY_LENGTH, token,
                "the key lengths of " + spelling + " are 128, 192 and 256", spelling + "256");
    }

    private static int leadingZeros(String number) {
        int zeros = 0;
        while (zeros < number.length() && number.charAt(zeros) == '0') {
            zeros++;
        }
        return zeros;
    }

    // libreswan tries <PRF> first, and <integrity>-<PRF> only where that fails; it reports the failure as a PRF.
    private List<ChosenAlgorithm> integrityWherePrfIsNotNext() throws ProposalFault {
        int start = next;
        ProposalFault notPrf;
        try {
            alternatives(Kind.PRF);
            next = start;
            return List.of();
        } catch (ProposalFault fault) {
            notPrf = fault;
            next = start;
        }
        try {
            return alternatives(Kind.INTEGRITY);
        } catch (ProposalFault notIntegrityEither) {
            throw notPrf;
        }
    }

    private List<ChosenAlgorithm> alternatives(Kind kind) throws ProposalFault {
        var found = new ArrayList<ChosenAlgorithm>();
        do {
            var token = tokens.get(next++);
            requireText(token, kind);
            var algorithm = Algorithms.find(kind, token.text());
            if (algorithm.isEmpty() || !algorithm.get().isIn(protocol)) {
                throw notFound(kind, token, token.text());
            }
            found.add(chosen(algorithm.get(), 0, token));
        } while (hasMore() && tokens.get(next).before() == '+');
        return found;
    }

    private static ChosenAlgorithm chosen(Algorithm algorithm, int keyLength, Token token) {
        return new ChosenAlgorithm(algorithm, keyLength, algorithm.strength(), token.offset(), token.text());
    }

    private static void requireText(Token token, Kind kind) throws ProposalFault {
        if (token.text().isEmpty()) {
            throw new ProposalFault(ProposalProblem.Kind.EMPTY, token,
                    "the " + kind.label() + " algorithm is missing", "");
        }
    }

    private ProposalFault notFound(Kind kind, Token token, String name) {
        if (Algorithms.isRefused(name)) {
            return new ProposalFault(ProposalProblem.Kind.REFUSED, token, "libreswan no longer has it",
                    recommended(kind));
        }
        if (Algorithms.find(kind, name).isPresent()) {
            return new ProposalFault(ProposalProblem.Kind.REFUSED, token,
                    "libreswan does not take it in an " + protocol.name() + " proposal", recommended(kind));
        }
        var translated = StrongSwan.translate(token.text());
        if (translated.isPresent()) {
            return new ProposalFault(ProposalProblem.Kind.STRONGSWAN_SPELLING, token,
                    "that is strongSwan's spelling", translated.get());
        }
        if (kind != Kind.GROUP && Algorithms.find(Kind.GROUP, name).isPresent() && token.before() == '-') {
            return new ProposalFault(new ProposalProblem(ProposalProblem.Kind.MISPLACED, token.beforeAt(),
                    "-" + token.text(), "this is the place of the " + kind.label()
                    + " algorithm; a group without one before it follows a `;`", ";" + token.text()));
        }
        return new ProposalFault(ProposalProblem.Kind.UNKNOWN, token,
                "libreswan knows no " + kind.label() + " algorithm of that name", recommended(kind));
    }

    private static String recommended(Kind kind) {
        return switch (kind) {
            case ENCRYPTION -> "aes_gcm256";
            case PRF, INTEGRITY -> "sha2_512";
            case GROUP -> "dh20";
        };
    }

    private static void checkIntegrity(List<ChosenAlgorithm> encryption, List<ChosenAlgorithm> integrity)
            throws ProposalFault {
        boolean aead = encryption.get(0).algorithm().aead();
        for (var cipher : encryption) {
            if (cipher.algorithm().aead() != aead) {
                throw fault(ProposalProblem.Kind.MIXED_CIPHERS, cipher,
                        "ciphers with and without integrity of their own cannot be alternatives; "
                        + "write two proposals, with a `,`", "");
            }
        }
        for (var chosen : integrity) {
            if (aead && !chosen.algorithm().isNone()) {
                throw fault(ProposalProblem.Kind.AEAD_WITH_INTEGRITY, chosen,
                        encryption.get(0).text() + " brings its own integrity", "none");
            }
        }
        if (!aead && !integrity.isEmpty() && areNone(integrity)) {
            throw fault(ProposalProblem.Kind.CIPHER_WITHOUT_INTEGRITY, integrity.get(0),
                    encryption.get(0).text() + " brings no integrity of its own", "sha2_512");
        }
    }

    private static boolean areNone(List<ChosenAlgorithm> integrity) {
        for (var chosen : integrity) {
            if (!chosen.algorithm().isNone()) {
                return false;
            }
        }
        return true;
    }

    private static ProposalFault fault(ProposalProblem.Kind kind, ChosenAlgorithm at, String reason, String instead) {
        return new ProposalFault(new ProposalProblem(kind, at.offset(), at.text(), reason, instead));
    }

    // libreswan takes `aes-sha2+none` and would then let a peer choose no integrity.
    private static List<ChosenAlgorithm> markNone(List<ChosenAlgorithm> encryption, List<ChosenAlgorithm> integrity) {
        if (encryption.get(0).algorithm().aead()) {
            return integrity;
        }
        var marked = new ArrayList<ChosenAlgorithm>();
        for (var chosen : integrity) {
            marked.add(!chosen.algorithm().isNone() ? chosen : new ChosenAlgorithm(chosen.algorithm(), 0,
                    Strength.WEAK, chosen.offset(), chosen.text()));
        }
        return marked;
    }
}
