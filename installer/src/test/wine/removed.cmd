@echo off
rem As if nobody had ever set any of it: see WindowsUnderWineIT.
set NET=HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings
reg delete HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters /v DataBasePath /f
reg delete HKLM\SOFTWARE\Policies\Microsoft\Windows /f
reg delete "HKLM\SOFTWARE\Policies\Microsoft\Windows NT" /f
reg delete "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server" /v fDenyTSConnections /f
reg delete "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v AutoAdminLogon /f
reg delete HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System /v EnableLUA /f
reg delete "%NET%" /v ProxyEnable /f
reg delete "%NET%" /v ProxyServer /f
reg delete "%NET%\Connections" /f
