package io.github.ipsecmaven.openshift.proposal;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the values of libreswan's {@code ike} and {@code esp} as libreswan does for IKEv2 with PFS:
 *
 * <pre>
 * list     := proposal { "," proposal }
 * ike      := ciphers [ "-" prfs | "-" integrity [ "-" prfs ] ] [ ( "-" | ";" ) groups ]
 * esp      := ciphers [ "-" integrity ] [ ( "-" | ";" ) groups ]
 * ciphers  := cipher { "+" cipher }         likewise prfs, integrity, groups
 * cipher   := name [ [ "-" | "_" ] bits ]
 * </pre>
 *
 * <p>A {@code -} before the groups needs the part before them; a {@code ;} stands wherever the parts before are left
 * out. Names are not case-sensitive. Nothing here knows what a peer will agree to.
 */
public final class ProposalParser {

    private ProposalParser() { }

    /** Reads a value of {@code ike}. */
    public static Proposals ike(String text) {
        return parse(Protocol.IKE, text);
    }

    /** Reads a value of {@code esp}. */
    public static Proposals esp(String text) {
        return parse(Protocol.ESP, text);
    }

    private static Proposals parse(Protocol protocol, String text) {
        var proposals = new ArrayList<Proposal>();
        var problems = new ArrayList<ProposalProblem>();
        int start = 0;
        for (var raw : text.split(",", -1)) {
            try {
                proposals.add(new ProposalReader(protocol, Token.split(raw, start, problems)).read());
            } catch (ProposalFault fault) {
                problems.add(fault.problem());
            }
            start += raw.length() + 1;
        }
        if (protocol == Protocol.ESP) {
            checkGroups(proposals, problems);
        }
        return new Proposals(proposals, problems);
    }

    // libreswan/lib/libswan/proposals.c, proposals_pfs_vs_dh_check: only the first group of each proposal counts.
    private static void checkGroups(List<Proposal> proposals, List<ProposalProblem> problems) {
        ChosenAlgorithm first = null;
        boolean some = false;
        for (var proposal : proposals) {
            if (!proposal.groups().isEmpty()) {
                some = true;
                var group = proposal.groups().get(0);
                if (group.algorithm().isNone()) {
                    continue;
                }
                if (first == null) {
                    first = group;
                } else if (!group.algorithm().equals(first.algorithm())) {
                    problems.add(new ProposalProblem(ProposalProblem.Kind.GROUPS_DIFFER, group.offset(), group.text(),
                            "every ESP proposal begins with the same group, here " + first.text(), first.text()));
                }
            }
        }
        for (var proposal : proposals) {
            if (some && proposal.groups().isEmpty()) {
                problems.add(new ProposalProblem(ProposalProblem.Kind.GROUP_IN_SOME, proposal.offset(), "",
                        "either every ESP proposal has a group, or none has", ""));
            }
        }
    }
}
