/**
 * A run over the specs of one repository: {@link io.github.ipsecmaven.fleet.Fleet} shows what each goal makes of the
 * compiled clusters, and what they have in common.
 */
package io.github.ipsecmaven.fleet;
