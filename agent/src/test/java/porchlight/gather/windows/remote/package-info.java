@NullMarked
package porchlight.gather.windows.remote;

import org.jspecify.annotations.NullMarked;
