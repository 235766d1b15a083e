/** The half of a verification that holds this laptop's key; started for one person at a time. */
@NullMarked
package porchlight.daemon.verify;

import org.jspecify.annotations.NullMarked;
