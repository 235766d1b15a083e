package porchlight.machine.windows;

import com.sun.jna.Native;
import porchlight.machine.Answer;
import porchlight.machine.InstalledPrograms;
import porchlight.machine.OwnThread;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;
import porchlight.machine.ReadWmi;
import porchlight.machine.WindowsNative;
import porchlight.machine.WindowsQuestion;

/**
 * Windows, asked by its libraries. Every question has a thread of its own and a limit in time: a
 * provider of WMI that hangs holds up nobody else.
 */
public final class WindowsMachine {
  private static final long USUAL_MILLIS = 5_000;
  private static final long WMI_MILLIS = 8_000;
  private static final long SEARCH_MILLIS = 13_000;

  private WindowsMachine() {}

  /** The answer; {@link Answer.Missing} elsewhere. */
  public static Answer ask(WindowsQuestion question) {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      return new Answer.Missing();
    }
    return OwnThread.within("asks-windows", limit(question), () -> answer(question));
  }

  private static long limit(WindowsQuestion question) {
    return switch (question) {
      case ReadRegistry registry -> USUAL_MILLIS;
      case ReadServices services -> USUAL_MILLIS;
      case InstalledPrograms programs -> USUAL_MILLIS;
      case ReadWmi wmi -> WMI_MILLIS;
      case WindowsNative subject ->
          subject == WindowsNative.UPDATE_SEARCH ? SEARCH_MILLIS : USUAL_MILLIS;
    };
  }

  private static Answer answer(WindowsQuestion question) {
    try {
      if (Native.POINTER_SIZE != 8) {
        return new Answer.Failed("this is not a program of 64 bits");
      }
      return switch (question) {
        case ReadRegistry registry -> RegistryRead.read(registry);
        case ReadServices services -> Services.read(services);
        case InstalledPrograms programs -> new Answer.Said(0, InstalledLists.read(programs));
        case ReadWmi wmi -> WmiQuery.read(wmi);
        case WindowsNative subject -> new Answer.Said(0, text(subject));
      };
    } catch (Refused refused) {
      return refused.answer();
    } catch (UnsatisfiedLinkError | NoClassDefFoundError notThere) {
      return new Answer.Missing();
    } catch (IndexOutOfBoundsException cut) {
      return new Answer.Failed("not as it is documented: " + cut.getMessage());
    }
  }

  private static String text(WindowsNative subject) throws Refused {
    return switch (subject) {
      case WLAN -> Wlan.ask();
      case ADAPTERS -> IpTables.adapters();
      case ROUTES -> IpTables.routes();
      case BEST_ROUTE -> IpTables.bestRoute();
      case NEIGHBOURS -> IpTables.neighbours();
      case LISTENERS -> Listeners.ask();
      case DNS_SETTINGS -> DnsSettings.ask();
      case PEOPLE -> Sessions.ask();
      case FIREWALL -> FirewallPolicy.ask();
      case NETWORKS -> NetworkList.ask();
      case UPDATES -> UpdateState.ask();
      case UPDATE_SEARCH -> UpdateSearch.ask();
      case SECURITY_HEALTH -> SecurityHealth.ask();
      case VOLUMES -> Volumes.ask();
      case PROXY -> WinHttp.ask();
      case POWER -> Power.ask();
    };
  }
}
