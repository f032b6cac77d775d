package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.Explainer;
import io.github.ipsecmaven.cluster.Run;
import io.github.ipsecmaven.diagnostic.Diagnostics;
import io.github.ipsecmaven.explain.UnknownTopicException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Explains a rule, a key of the language, or what is in force between a node and a remote. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public class ExplainMojo extends AbstractIpsecMojo {

    /**
     * What to explain: the id of a rule (<code>IPSEC-N003</code>), a key of the language (<code>remotes.subnet</code>),
     * or a node and a remote (<code>worker-0/nas</code>).
     */
    @Parameter(property = "ipsec.topic")
    private String topic;

    @Override
    void run(Run run) throws IOException, MojoFailureException {
        if (topic == null || topic.isBlank()) {
            throw new MojoFailureException("name what to explain: -Dipsec.topic=IPSEC-N003, remotes.subnet or worker-0/nas");
        }
        try {
            getLog().info(Explainer.needsSpecs(topic) ? explainPair(run) : Explainer.explain(topic));
        } catch (UnknownTopicException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private String explainPair(Run run) throws IOException, MojoFailureException, UnknownTopicException {
        List<Path> specs = specFiles(run);
        Diagnostics diagnostics = new Diagnostics();
        try {
            return Explainer.explain(topic, run, specs, diagnostics);
        } finally {
            report(run, specs, diagnostics);
        }
    }
}
