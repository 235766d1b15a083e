/**
 * Updates that wait on Linux, read from the package managers' own files or words, without network.
 */
@NullMarked
package porchlight.gather.linux.patches;

import org.jspecify.annotations.NullMarked;
