@echo off
rem The same settings as somebody has them who minds: see WindowsUnderWineIT.
set TCPIP=HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
set NET=HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings
reg add %TCPIP% /v DataBasePath /t REG_EXPAND_SZ /d %%SystemRoot%%\System32\drivers\etc /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\System /v EnableSmartScreen /t REG_DWORD /d 1 /f
reg add "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 1 /f
reg add "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v AutoAdminLogon /t REG_SZ /d 0 /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate /v WUServer /t REG_SZ /d https://wsus.example.com:8531 /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU /v NoAutoUpdate /t REG_DWORD /d 0 /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU /v AUOptions /t REG_DWORD /d 4 /f
reg delete "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired" /f
reg add "HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient" /v EnableMulticast /t REG_DWORD /d 0 /f
reg add HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System /v EnableLUA /t REG_DWORD /d 1 /f
reg add "%NET%" /v ProxyEnable /t REG_DWORD /d 0 /f
reg add "%NET%\Connections" /v DefaultConnectionSettings /t REG_BINARY /d 460000000700000001000000000000000000000000000000 /f
set LIST=Software\Microsoft\Windows\CurrentVersion\Uninstall
reg delete HKLM\%LIST%\{1} /f
reg delete HKCU\%LIST%\{3} /f
