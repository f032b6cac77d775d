package io.github.ipsecmaven.mojo;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Properties;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void aSwitchIsOnOrOff() {
        assertEquals("ipsec.gitignore is 'yes'; it may be true or false", refusal("ipsec.gitignore", "yes"));
        assertEquals("ipsec.gitignore is 'true '; it may be true or false", refusal("ipsec.gitignore", "true "));
        assertDoesNotThrow(() -> check("ipsec.gitignore", ""));
        assertDoesNotThrow(() -> check("ipsec.gitignore", "FALSE"));
        assertDoesNotThrow(() -> check("ipsec.gitignore", "true"));
    }

    @Test
    void whatIsNoSwitchTakesAnything() {
        assertDoesNotThrow(() -> check("ipsec.out", "yes"));
        assertDoesNotThrow(() -> check("ipsec.somebodyElses", "yes"));
    }

    @Test
    void aNameThatIsNearlyAParameterIsRefused() {
        assertEquals("there is no parameter ipsec.gitIgnore; did you mean ipsec.gitignore?",
                refusal("ipsec.gitIgnore", "true"));
    }

    private static String refusal(String property, String value) {
        return assertThrows(MojoFailureException.class, () -> check(property, value)).getMessage();
    }

    private static void check(String property, String value) throws Exception {
        PlexusConfiguration parameters = new DefaultPlexusConfiguration("configuration");
        parameters.addChild(parameter("gitignore", "boolean"));
        parameters.addChild(parameter("out", "java.lang.String"));
        MojoDescriptor goal = new MojoDescriptor();
        goal.setMojoConfiguration(parameters);
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.addMojo(goal);
        Properties properties = new Properties();
        properties.setProperty(property, value);
        CommandLine.check(properties, plugin);
    }

    private static PlexusConfiguration parameter(String name, String type) {
        PlexusConfiguration parameter = new DefaultPlexusConfiguration(name, "${ipsec." + name + "}");
        parameter.setAttribute("implementation", type);
        return parameter;
    }
}
