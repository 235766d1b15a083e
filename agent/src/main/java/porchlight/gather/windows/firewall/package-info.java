/** What strangers reach of a Windows laptop. */
@NullMarked
package porchlight.gather.windows.firewall;

import org.jspecify.annotations.NullMarked;
