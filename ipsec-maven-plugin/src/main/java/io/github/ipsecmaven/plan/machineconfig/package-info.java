/**
 * What the Machine Config Operator makes of a change of MachineConfigs, after its own rules. {@link
 * io.github.ipsecmaven.plan.machineconfig.PoolUpdate} is the whole way.
 *
 * @see <a href="https://github.com/openshift/machine-config-operator">openshift/machine-config-operator</a>
 */
package io.github.ipsecmaven.plan.machineconfig;
