/** Updates that wait on Linux, read from the package managers' own files without running them. */
@NullMarked
package porchlight.gather.linux.patches;

import org.jspecify.annotations.NullMarked;
