package bench;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing: what any goal costs. */
@Mojo(name = "nothing", requiresProject = false, threadSafe = true)
public class NothingMojo extends AbstractMojo {

    @Override
    public void execute() {}
}
