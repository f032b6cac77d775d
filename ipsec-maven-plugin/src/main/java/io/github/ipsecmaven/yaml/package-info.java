/** Reading objects back from a tree. Knows nothing of what they are. */
package io.github.ipsecmaven.yaml;
