package porchlight.gather.windows.upkeep;

import porchlight.gather.windows.WinLaptop;

/** A Windows laptop that updates itself, and waits for no restart. */
abstract class UpdatedLaptop {
  static WinLaptop laptop(String type) {
    return WinLaptop.of(26100, 9999, type, type.equals("Server") ? "ServerStandard" : "Core")
        .absent(UpdatePolicy.SERVER, UpdatePolicy.OPTIONS, ManagedUpdates.RULES)
        .absent(WinReboot.INSTALLER, WinReboot.MARK)
        .registry(Pause.CHOSEN)
        .says(WinUpdating.SERVICE, service("3", "3"))
        .says(WinUpdates.UPDATES, "updates=\nsearched=\nrebootRequired=0\nlevel=0\n");
  }

  static WinLaptop laptop() {
    return laptop("Client");
  }

  static String service(String start, String orchestrator) {
    return "service=wuauserv\nstate=1\nstart="
        + start
        + "\n\nservice=UsoSvc\nstate=4\nstart="
        + orchestrator
        + "\n";
  }
}
