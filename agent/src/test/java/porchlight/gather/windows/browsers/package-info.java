@NullMarked
package porchlight.gather.windows.browsers;

import org.jspecify.annotations.NullMarked;
