@NullMarked
package porchlight.daemon.verify;

import org.jspecify.annotations.NullMarked;
