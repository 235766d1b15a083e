@NullMarked
package porchlight.gather.linux.browsers;

import org.jspecify.annotations.NullMarked;
