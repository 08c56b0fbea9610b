; Installs Entente for one Windows user, without an administrator. Compiled on Linux; the installer was never run.
; packaging/tools/installers.py defines VERSION, PROGRAM (the frozen folder), DRAWN (icons) and TARGET.
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "Entente"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Entente"
InstallDirRegKey HKCU "Software\Entente" "Folder"
Icon "${DRAWN}/entente.ico"
UninstallIcon "${DRAWN}/entente.ico"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Entente"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Entente"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!define CLASSES "Software\Classes"
!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\Entente"
!define MUI_ICON "${DRAWN}/entente.ico"
!define MUI_UNICON "${DRAWN}/entente.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\entente.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; What was installed before goes first, so that no file of an older version stays. Only a folder that this installer
; has marked as its own is ever emptied.
!macro EmptyOwnFolder
    IfFileExists "$INSTDIR\entente.exe" 0 +2
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\entente.exe"
    Delete "$INSTDIR\entente-cli.exe"
    Delete "$INSTDIR\entente-file.ico"
!macroend

!macro Associate ENDING CLASS WORDS
    WriteRegStr HKCU "${CLASSES}\${ENDING}" "" "${CLASS}"
    WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${CLASS}" ""
    WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
    WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\entente-file.ico"
    WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\entente.exe" "%1"'
!macroend

!macro Dissociate ENDING CLASS
    DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${CLASS}"
    ReadRegStr $0 HKCU "${CLASSES}\${ENDING}" ""
    StrCmp $0 "${CLASS}" 0 +2
    DeleteRegKey HKCU "${CLASSES}\${ENDING}"
    DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

Section "Entente"
    !insertmacro EmptyOwnFolder
    SetOutPath "$INSTDIR"
    File /r "${PROGRAM}/*"
    File "${DRAWN}/entente-file.ico"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Entente.lnk" "$INSTDIR\entente.exe"
    !insertmacro Associate ".ententepack" "Entente.Network" "Entente network"
    !insertmacro Associate ".entente" "Entente.Document" "Entente views"
    WriteRegStr HKCU "Software\Entente" "Folder" "$INSTDIR"
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegStr HKCU "${GONE}" "DisplayName" "Entente"
    WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${GONE}" "DisplayIcon" "$INSTDIR\entente.exe"
    WriteRegStr HKCU "${GONE}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${GONE}" "EstimatedSize" $0
    WriteRegDWORD HKCU "${GONE}" "NoModify" 1
    WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
    !insertmacro EmptyOwnFolder
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Entente.lnk"
    !insertmacro Dissociate ".ententepack" "Entente.Network"
    !insertmacro Dissociate ".entente" "Entente.Document"
    DeleteRegKey HKCU "Software\Entente"
    DeleteRegKey HKCU "${GONE}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
