from smbprotocol.structure import Structure

class FileInformationClass:
    FILE_DIRECTORY_INFORMATION: int

class FileAttributes:
    FILE_ATTRIBUTE_DIRECTORY: int
    FILE_ATTRIBUTE_NORMAL: int
    FILE_ATTRIBUTE_REPARSE_POINT: int

class FileRenameInformation(Structure):
    INFO_TYPE: int
    INFO_CLASS: int
