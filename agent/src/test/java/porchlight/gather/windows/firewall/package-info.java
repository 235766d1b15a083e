@NullMarked
package porchlight.gather.windows.firewall;

import org.jspecify.annotations.NullMarked;
