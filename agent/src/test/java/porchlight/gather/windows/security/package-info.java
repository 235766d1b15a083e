@NullMarked
package porchlight.gather.windows.security;

import org.jspecify.annotations.NullMarked;
