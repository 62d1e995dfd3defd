print("compiler")
