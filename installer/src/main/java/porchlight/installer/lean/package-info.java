/** Leaves out of libraries and of the Java runtime what no path of the agent leads to. */
@NullMarked
package porchlight.installer.lean;

import org.jspecify.annotations.NullMarked;
