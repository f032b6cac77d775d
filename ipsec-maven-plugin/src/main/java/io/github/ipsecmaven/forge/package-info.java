/** Makes keys, certificates and bundles: for a lab, and to re-encode what a node could not import. */
package io.github.ipsecmaven.forge;
