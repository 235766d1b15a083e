/**
 * Asking the network itself: the same on every operating system, once it has told who answers names
 * and which way is out.
 */
@NullMarked
package porchlight.gather.network;

import org.jspecify.annotations.NullMarked;
