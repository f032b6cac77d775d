package io.github.ipsecmaven.policy.proposal;

import io.github.ipsecmaven.openshift.proposal.ProposalParser;
import io.github.ipsecmaven.openshift.proposal.Proposals;
import io.github.ipsecmaven.policy.WrittenOption;
import io.github.ipsecmaven.spec.ClusterSpec;
import java.util.ArrayList;
import java.util.List;

/** The {@code ike} or {@code esp} of a live connection, read. */
record WrittenProposals(WrittenOption option, Proposals proposals) {

    static List<WrittenProposals> of(ClusterSpec spec) {
        List<WrittenProposals> written = new ArrayList<>();
        WrittenOption.named(spec, "ike").forEach(ike ->
                written.add(new WrittenProposals(ike, ProposalParser.ike(ike.text()))));
        WrittenOption.named(spec, "esp").forEach(esp ->
                written.add(new WrittenProposals(esp, ProposalParser.esp(esp.text()))));
        return written;
    }
}
