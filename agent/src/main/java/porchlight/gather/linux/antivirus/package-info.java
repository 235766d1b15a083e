/** Antivirus programs on Linux: which are there, whether they run, how old their signatures are. */
@NullMarked
package porchlight.gather.linux.antivirus;

import org.jspecify.annotations.NullMarked;
