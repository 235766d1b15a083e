/** Tests that load real rules into network namespaces of their own. */
@NullMarked
package porchlight.gather.linux.live;

import org.jspecify.annotations.NullMarked;
