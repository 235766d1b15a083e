/** What guards a Windows laptop: its drives, its antivirus, the system itself. */
@NullMarked
package porchlight.gather.windows.security;

import org.jspecify.annotations.NullMarked;
