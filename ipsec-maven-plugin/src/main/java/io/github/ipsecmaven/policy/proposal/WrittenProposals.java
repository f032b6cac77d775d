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
        for (WrittenOption ike : WrittenOption.named(spec, "ike")) {
            written.add(new WrittenProposals(ike, ProposalParser.ike(ike.text())));
        }
        for (WrittenOption esp : WrittenOption.named(spec, "esp")) {
            written.add(new WrittenProposals(esp, ProposalParser.esp(esp.text())));
        }
        return written;
    }
}
