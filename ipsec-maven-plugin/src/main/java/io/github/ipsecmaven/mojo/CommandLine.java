package io.github.ipsecmaven.mojo;

import io.github.ipsecmaven.MisspelledParameter;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The properties that the user gave Maven for this run. */
final class CommandLine {

    private static final String OURS = "${ipsec.";

    private CommandLine() {}

    /** Refuses a property that is no parameter of any goal, and nearly one. */
    static void check(Properties properties, PluginDescriptor plugin) throws MojoFailureException {
        Optional<MisspelledParameter> misspelled =
                MisspelledParameter.among(properties.stringPropertyNames(), parameters(plugin));
        if (misspelled.isPresent()) {
            throw new MojoFailureException("there is no parameter " + misspelled.get().given() + "; did you mean "
                    + misspelled.get().meant() + "?");
        }
    }

    private static Set<String> parameters(PluginDescriptor plugin) {
        Set<String> parameters = new TreeSet<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String value = parameter.getValue("");
                if (value.startsWith(OURS)) {
                    parameters.add(value.substring("${".length(), value.length() - "}".length()));
                }
            }
        }
        return parameters;
    }
}
