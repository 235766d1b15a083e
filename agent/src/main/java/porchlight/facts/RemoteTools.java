package porchlight.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The known programs on this laptop by which somebody elsewhere can see or use it.
 *
 * @param unseen what could not be looked into; empty when these are all
 */
public record RemoteTools(List<Found> found, Optional<Unseen> unseen) {

  public RemoteTools {
    found = List.copyOf(found);
  }

  /**
   * One of them.
   *
   * @param installed what there is of it: {@code /opt/teamviewer}; empty when nothing was seen
   * @param running the names of its processes; empty when none was seen
   */
  public record Found(Tool tool, List<String> installed, List<String> running) {
    public Found {
      installed = List.copyOf(installed);
      running = List.copyOf(running);
    }
  }

  /** Those that are known. */
  public enum Tool {
    ANYDESK("AnyDesk"),
    CHROME_REMOTE_DESKTOP("Chrome Remote Desktop"),
    DWSERVICE("DWService"),
    GNOME_REMOTE_DESKTOP("GNOME Remote Desktop"),
    KRDP("KDE Remote Desktop"),
    KRFB("Krfb"),
    LOGMEIN("LogMeIn"),
    MACOS_REMOTE_MANAGEMENT("Remote Management of macOS"),
    MACOS_SCREEN_SHARING("Screen Sharing of macOS"),
    MESHCENTRAL("MeshCentral"),
    NINJAONE("NinjaOne"),
    NOMACHINE("NoMachine"),
    RADMIN("Radmin"),
    REALVNC("RealVNC"),
    RUSTDESK("RustDesk"),
    SCREENCONNECT("ScreenConnect"),
    SPLASHTOP("Splashtop"),
    TACTICAL_RMM("Tactical RMM"),
    TAKE_CONTROL("Take Control of N-able"),
    TEAMVIEWER("TeamViewer"),
    VINO("Vino"),
    VNC("a VNC server (TigerVNC, TightVNC, UltraVNC)"),
    WAYVNC("wayvnc"),
    WINDOWS_REMOTE_ASSISTANCE("Remote Assistance of Windows"),
    WINDOWS_REMOTE_DESKTOP("Remote Desktop of Windows"),
    WINDOWS_REMOTE_MANAGEMENT("Remote Management of Windows (WinRM)"),
    X11VNC("x11vnc"),
    X2GO("X2Go"),
    XPRA("Xpra"),
    XRDP("xrdp");

    private final String label;

    Tool(String label) {
      this.label = label;
    }

    /** The word used in JSON, in policies and in the table of signs: {@code tactical-rmm}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people write it. */
    public String label() {
      return label;
    }

    /** The tool of that word. */
    public static Optional<Tool> of(String word) {
      for (Tool tool : values()) {
        if (tool.word().equals(word)) {
          return Optional.of(tool);
        }
      }
      return Optional.empty();
    }
  }
}
